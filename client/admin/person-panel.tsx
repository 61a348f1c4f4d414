import { useState } from 'react';
import type { Me } from '../../contracts/api.ts';
import type { Person, PersonCode } from '../../contracts/people.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { FailureBanner } from '../session/failure-banner.tsx';
import { peopleApi } from '../session/people-api.ts';
import { useAction } from '../session/use-action.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { HandedCode } from './handed-code.tsx';
import { peopleTexts } from './people-messages.ts';
import { RoleFields, scopeOf, type Branch, type RoleChoice } from './role-fields.tsx';

type Asked = 'resetPassword' | 'forgetFactor' | 'deactivate';
type Result = { readonly state: 'none' | 'done' } | { readonly state: 'code'; readonly code: PersonCode };

/** What can be done with one person: role and branches, password, second factor, deactivating. */
export function PersonPanel({
  me,
  person,
  branches,
  onChanged,
  onClose,
}: {
  readonly me: Me;
  readonly person: Person;
  readonly branches: readonly Branch[];
  readonly onChanged: () => void;
  readonly onClose: () => void;
}) {
  const t = useTexts(peopleTexts);
  const [choice, setChoice] = useState<RoleChoice>({ role: person.role, branches: person.branches });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [result, setResult] = useState<Result>({ state: 'none' });
  const [action, run] = useAction();
  const scope = scopeOf(choice, branches);
  const isReady = (scope === null || scope.length > 0) && action.state !== 'running';

  const act = (work: () => Promise<unknown>): void => {
    setAsked(null);
    setResult({ state: 'none' });
    void run(async () => {
      await work();
      setResult({ state: 'done' });
      onChanged();
    });
  };
  const reset = (): void => {
    setAsked(null);
    void run(async () => {
      setResult({ state: 'code', code: await peopleApi.reset(person.id) });
      onChanged();
    });
  };
  const confirmed = (): void => {
    if (asked === 'resetPassword') reset();
    else if (asked === 'forgetFactor') act(() => peopleApi.resetSecondFactor(person.id));
    else act(() => peopleApi.deactivate(person.id));
  };
  const texts = { resetPassword: t.resetText, forgetFactor: t.forgetText, deactivate: t.deactivateText };
  const ask = (what: Asked) => (
    <Button
      look={what === 'deactivate' ? 'danger' : 'quiet'}
      isDisabled={action.state === 'running'}
      onPress={() => {
        setAsked(what);
      }}
    >
      {t[what]}
    </Button>
  );

  return (
    <section className="card stack" aria-labelledby="person-title">
      <h2 id="person-title">{person.name}</h2>
      <div className="fields">
        <RoleFields
          value={choice}
          onChange={setChoice}
          offered={branches}
          mayGiveAll={me.branches === null}
        />
      </div>
      <div className="row">
        <Button
          look="strong"
          isDisabled={!isReady}
          onPress={() => {
            act(() => peopleApi.change(person.id, { role: choice.role, branches: scope }));
          }}
        >
          {t.save}
        </Button>
        {ask('resetPassword')}
        {person.secondFactor === 'on' ? ask('forgetFactor') : null}
        {person.state === 'deactivated' ? (
          <Button
            isDisabled={action.state === 'running'}
            onPress={() => {
              act(() => peopleApi.reactivate(person.id));
            }}
          >
            {t.reactivate}
          </Button>
        ) : (
          ask('deactivate')
        )}
        <Button look="plain" onPress={onClose}>
          {t.close}
        </Button>
      </div>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      {result.state === 'done' ? (
        <Banner tone="ok" role="status">
          {t.done(person.name)}
        </Banner>
      ) : null}
      {result.state === 'code' ? <HandedCode code={result.code} name={person.name} /> : null}
      {asked ? (
        <ConfirmDialog
          title={t.sure(t[asked], person.name)}
          text={texts[asked]}
          confirmLabel={t[asked]}
          cancelLabel={t.cancel}
          onConfirm={confirmed}
          onCancel={() => {
            setAsked(null);
          }}
        />
      ) : null}
    </section>
  );
}
