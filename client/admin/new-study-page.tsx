import { useState } from 'react';
import { useLocation } from 'wouter';
import { instrumentsSchema, newStudySchema, studyMadeSchema } from '../../contracts/new-study.ts';
import type { Wave } from '../../contracts/study-setup.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { FailureBanner } from '../session/failure-banner.tsx';
import { request } from '../session/request.ts';
import { textOf } from '../session/text-of.ts';
import { useAction } from '../session/use-action.ts';
import { useResource } from '../session/use-resource.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import './admin.css';
import { BranchList } from './branch-list.tsx';
import { newStudyTexts } from './new-study-messages.ts';
import { pastedCsv } from './pasted-csv.ts';
import './study.css';
import { studyTexts } from './study-messages.ts';
import { WaveRows } from './wave-rows.tsx';

const PROBLEMS = ['title', 'instrument', 'waves', 'branches'] as const;
type Problem = (typeof PROBLEMS)[number] | 'days';

const instruments = (signal: AbortSignal) => request('/api/instruments', instrumentsSchema, { signal });

/** Makes a study: its title, instrument, days, waves, and branches with clients and targets. All of it or nothing. */
export function NewStudyPage() {
  const t = useTexts(newStudyTexts);
  const ofStudy = useTexts(studyTexts);
  const [, navigate] = useLocation();
  const [offered, retry] = useResource(instruments);
  const [chosen, setChosen] = useState<string | null>(null);
  const [waves, setWaves] = useState<readonly Wave[]>([]);
  const [branches, setBranches] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [action, run] = useAction();
  if (offered.state === 'loading') return <p role="status">{ofStudy.loading}</p>;
  if (offered.state === 'failed') return <FailureBanner failure={offered.failure} onRetry={retry} />;
  const options = offered.value.flatMap(({ name, versions }) =>
    versions.toReversed().map((version) => ({ value: `${name}/${version}`, label: `${name} ${version}` })),
  );
  const instrument = chosen ?? options[0]?.value ?? '';

  const make = async (form: FormData): Promise<void> => {
    const [name, version] = instrument.split('/');
    const dayOf = (field: string): string | null => textOf(form, field) || null;
    const wanted = newStudySchema.safeParse({
      title: textOf(form, 'title'),
      instrument: { name, version },
      ...{ startsOn: dayOf('startsOn'), endsOn: dayOf('endsOn') },
      waves,
      branches: pastedCsv(branches),
    });
    const place = wanted.success ? undefined : wanted.error.issues[0]?.path[0];
    const found = wanted.success ? null : (PROBLEMS.find((one) => one === place) ?? 'days');
    setProblem(found ?? (branches.trim() === '' ? 'branches' : null));
    if (!wanted.success || branches.trim() === '') return;
    await run(async () => {
      const { id } = await request('/api/studies', studyMadeSchema, { body: wanted.data });
      navigate(`/study?study=${encodeURIComponent(id)}&made=1`);
    });
  };

  return (
    <div className="stack">
      <div>
        <h1>{t.title}</h1>
        <p className="quiet prose">{t.text}</p>
      </div>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void make(new FormData(event.currentTarget));
        }}
      >
        <section className="card stack" aria-labelledby="what-title">
          <h2 id="what-title">{t.what}</h2>
          <div className="setup-row">
            <TextField label={t.name} name="title" maxLength={200} isInvalid={problem === 'title'} />
            <SelectField
              label={t.instrument}
              groups={[{ title: null, options }]}
              value={instrument}
              onChange={setChosen}
            />
          </div>
          <div className="setup-row">
            <TextField label={ofStudy.from} name="startsOn" type="date" />
            <TextField label={ofStudy.until} name="endsOn" type="date" />
          </div>
        </section>
        <BranchList value={branches} onChange={setBranches} isInvalid={problem === 'branches'} />
        <section className="card stack" aria-labelledby="waves-title">
          <h2 id="waves-title">{ofStudy.waves}</h2>
          <p className="quiet">{t.wavesText}</p>
          <WaveRows waves={waves} onChange={setWaves} />
        </section>
        {problem === null ? null : (
          <Banner tone="danger" role="alert">
            {t.problems[problem]}
          </Banner>
        )}
        {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
        <div className="row">
          <Button type="submit" look="strong" isDisabled={action.state === 'running'}>
            {t.make}
          </Button>
        </div>
      </form>
    </div>
  );
}
