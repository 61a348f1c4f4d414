import { useState } from 'react';
import type { Me } from '../../contracts/api.ts';
import type { PersonCode } from '../../contracts/people.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { FailureBanner } from '../session/failure-banner.tsx';
import { peopleApi } from '../session/people-api.ts';
import { textOf } from '../session/text-of.ts';
import { useAction } from '../session/use-action.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { adminTexts } from './messages.ts';
import { HandedCode } from './handed-code.tsx';
import { peopleTexts } from './people-messages.ts';
import { RoleFields, scopeOf, type Branch, type RoleChoice } from './role-fields.tsx';

/** Invites a person: name, address, role and branches; shows the code to hand to her. */
export function InviteForm({
  me,
  branches,
  onInvited,
}: {
  readonly me: Me;
  readonly branches: readonly Branch[];
  readonly onInvited: () => void;
}) {
  const t = useTexts(peopleTexts);
  const tablets = useTexts(adminTexts);
  const [choice, setChoice] = useState<RoleChoice>({ role: 'supervisor', branches: [] });
  const [made, setMade] = useState<{ readonly code: PersonCode; readonly name: string } | null>(null);
  const [action, run] = useAction();
  const scope = scopeOf(choice, branches);
  const isReady = scope === null || scope.length > 0;
  return (
    <section className="card stack" aria-labelledby="invite-title">
      <h2 id="invite-title">{t.inviteTitle}</h2>
      <p className="prose">{t.inviteText}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const data = new FormData(form);
          const name = textOf(data, 'name').trim();
          const invitation = {
            name,
            email: textOf(data, 'email').trim(),
            role: choice.role,
            branches: scope,
          };
          void run(async () => {
            setMade({ code: await peopleApi.invite(invitation), name });
            form.reset();
            onInvited();
          });
        }}
      >
        <div className="fields">
          <TextField label={t.name} name="name" autoComplete="off" maxLength={120} isRequired />
          <TextField label={t.email} name="email" type="email" autoComplete="off" isRequired />
          <RoleFields
            value={choice}
            onChange={setChoice}
            offered={branches}
            mayGiveAll={me.branches === null}
          />
        </div>
        {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
        <div className="row">
          <Button type="submit" look="strong" isDisabled={!isReady || action.state === 'running'}>
            {t.invite}
          </Button>
          {isReady ? null : <p className="quiet">{tablets.noneChosen}</p>}
        </div>
      </form>
      {made ? <HandedCode code={made.code} name={made.name} /> : null}
    </section>
  );
}
