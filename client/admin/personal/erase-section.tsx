import { useState } from 'react';
import type { ErasurePlan, PersonalMatch, PersonalMatches } from '../../../contracts/personal.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { FailureBanner } from '../../session/failure-banner.tsx';
import { personalApi } from '../../session/personal-api.ts';
import { textOf } from '../../session/text-of.ts';
import { useAction } from '../../session/use-action.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ErasePanel } from './erase-panel.tsx';
import { personalTexts } from './messages.ts';

type Step =
  | { readonly name: 'start' }
  | { readonly name: 'found'; readonly found: PersonalMatches }
  | { readonly name: 'chosen'; readonly plan: ErasurePlan }
  | { readonly name: 'erased' };

/** Finds someone, shows all that is kept of her, and erases it. */
export function EraseSection({ onErased }: { readonly onErased: () => void }) {
  const t = useTexts(personalTexts);
  const [step, setStep] = useState<Step>({ name: 'start' });
  const [action, run] = useAction();
  return (
    <section className="card stack" aria-labelledby="find-title">
      <h2 id="find-title">{t.findTitle}</h2>
      <p className="prose">{t.findText}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const text = textOf(new FormData(event.currentTarget), 'text').trim();
          void run(async () => {
            setStep({ name: 'found', found: await personalApi.search(text) });
          });
        }}
      >
        <TextField
          label={t.findLabel}
          name="text"
          autoComplete="off"
          minLength={3}
          maxLength={200}
          isRequired
        />
        <div className="row">
          <Button type="submit" look="strong" isDisabled={action.state === 'running'}>
            {t.find}
          </Button>
        </div>
      </form>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      {step.name === 'found' ? (
        <Matches
          found={step.found}
          onChoose={({ target }) => {
            void run(async () => {
              setStep({ name: 'chosen', plan: await personalApi.plan(target) });
            });
          }}
        />
      ) : null}
      {step.name === 'chosen' ? (
        <ErasePanel
          plan={step.plan}
          onErased={() => {
            setStep({ name: 'erased' });
            onErased();
          }}
          onLeave={() => {
            setStep({ name: 'start' });
          }}
        />
      ) : null}
      {step.name === 'erased' ? (
        <Banner tone="ok" role="status">
          {t.done}
        </Banner>
      ) : null}
    </section>
  );
}

function Matches({
  found: { matches, isCut },
  onChoose,
}: {
  readonly found: PersonalMatches;
  readonly onChoose: (match: PersonalMatch) => void;
}) {
  const t = useTexts(personalTexts);
  const format = useFormat();
  if (matches.length === 0)
    return (
      <Banner tone="note" role="status">
        {t.nobody}
      </Banner>
    );
  const kinds: Readonly<Record<string, string>> = t.kinds;
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t.found}>
      <table className="listing">
        <caption>
          {t.found}: {format.count(matches.length)}
          {isCut ? ` · ${t.more}` : ''}
        </caption>
        <thead>
          <tr>
            {[t.who, t.what, t.study, t.received].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t.choose}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {matches.map((match, index) => {
            const who = match.contact.join(', ') || t.nameless;
            return (
              <tr key={index}>
                <th scope="row">{who}</th>
                <td>
                  {kinds[match.kind] ?? match.kind}
                  {match.caseId === null ? '' : ` · ${match.caseId}`}
                </td>
                <td>
                  {match.studyTitle} · {match.branch}
                </td>
                <td>{match.receivedAt === null ? t.nothing : format.date(match.receivedAt)}</td>
                <td>
                  <Button
                    aria-label={t.chooseNamed(who)}
                    onPress={() => {
                      onChoose(match);
                    }}
                  >
                    {t.choose}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
