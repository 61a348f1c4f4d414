import { useId, useState, type SubmitEvent } from 'react';
import type { EnumeratorRecord } from '../../device/device-schema.ts';
import type { CollectTexts } from '../messages-en.ts';
import { useDevice } from '../shell/device-context.tsx';
import { useVaultState } from '../shell/vault-context.tsx';
import { loadVaultCode } from './load-vault-code.ts';
import { PinField } from './pin-field.tsx';
import { readField } from './read-form.ts';

/** Who worked here last, by an id that says nothing. */
const LAST = 'waymark.lastPerson';

type Step =
  | { readonly step: 'asking' | 'working' | 'failed' }
  | { readonly step: 'wrong' | 'wait'; readonly waitMs: number };

interface PinFormProps {
  readonly people: readonly EnumeratorRecord[];
  readonly texts: CollectTexts;
}

/** Who she is, by number and initials, and her PIN. */
export function PinForm({ people, texts }: PinFormProps) {
  const { database } = useDevice();
  const { enter } = useVaultState();
  const [state, setState] = useState<Step>({ step: 'asking' });
  const [letters, setLetters] = useState(false);
  const problemId = useId();
  const last = localStorage.getItem(LAST);
  const first = people.find(({ id }) => id === last) ?? people[0];

  async function tryPin(form: FormData): Promise<void> {
    const id = readField(form, 'person');
    const { unlock, adoptPlainDrafts } = await loadVaultCode();
    await enter(async () => {
      const outcome = await unlock(database, id, readField(form, 'pin'), Date.now());
      if (outcome.kind !== 'open') {
        setState({ step: outcome.kind, waitMs: outcome.waitMs });
        return null;
      }
      await adoptPlainDrafts(database, outcome.vault);
      localStorage.setItem(LAST, id);
      return outcome.vault;
    });
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state.step === 'working') return;
    const form = event.currentTarget;
    setState({ step: 'working' });
    tryPin(new FormData(form)).then(
      () => {
        form.querySelector<HTMLInputElement>('[name=pin]')?.select();
      },
      () => {
        setState({ step: 'failed' });
      },
    );
  }

  return (
    <form className="card stack" onSubmit={onSubmit} noValidate>
      <fieldset className="plain-fieldset">
        <legend className="label">{texts.unlockWho}</legend>
        <div className="people">
          {people.map(({ id, number, initials }) => (
            <label key={id} className="choice">
              <input type="radio" name="person" value={id} defaultChecked={id === first?.id} />
              <span>
                {number} · {initials}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <PinField name="pin" label={texts.pin} describedBy={problemId} letters={letters} />
      <label className="choice">
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => {
            setLetters(event.target.checked);
          }}
        />
        <span>{texts.pinLetters}</span>
      </label>
      <div id={problemId} role="alert">
        {state.step === 'failed' && <p className="banner banner-danger">{texts.unlockFailed}</p>}
        {(state.step === 'wrong' || state.step === 'wait') && (
          <p className="banner banner-danger">
            {state.step === 'wrong' && texts.pinWrong}{' '}
            {state.waitMs > 0 && texts.pinWait(Math.ceil(state.waitMs / 1000))}
          </p>
        )}
      </div>
      <button className="button button-wide button-tall" type="submit">
        {state.step === 'working' ? texts.unlockWorking : texts.unlockButton}
      </button>
    </form>
  );
}
