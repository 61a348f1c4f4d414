import { useId, useState, type SubmitEvent } from 'react';
import { pinProblem, type PinProblem } from '../../device/vault/pin-problem.ts';
import type { CollectTexts } from '../messages-en.ts';
import { useDevice } from '../shell/device-context.tsx';
import { useOneAtATime } from '../shell/use-one-at-a-time.ts';
import { useVaultState } from '../shell/vault-context.tsx';
import { loadVaultCode } from './load-vault-code.ts';
import { PinField } from './pin-field.tsx';
import { readField } from './read-form.ts';

/** What an older version remembered in the clear. */
const OLD = { enumerator: 'waymark.enumerator', branch: 'waymark.branch' } as const;

type Problem = PinProblem | 'nameMissing' | 'unlockFailed';
type Step = { readonly step: 'asking' | 'working' } | { readonly step: 'problem'; readonly problem: Problem };

/** Name and a PIN, twice: the first time that someone works on this tablet. */
export function NewPersonForm({ texts }: { readonly texts: CollectTexts }) {
  const { database, changed } = useDevice();
  const { enter } = useVaultState();
  const [state, setState] = useState<Step>({ step: 'asking' });
  const problemId = useId();
  const run = useOneAtATime();

  async function add(form: FormData): Promise<Problem | null> {
    const name = readField(form, 'enumerator').trim();
    const pin = readField(form, 'pin');
    const problem = name === '' ? 'nameMissing' : pinProblem(pin, readField(form, 'pinAgain'));
    if (problem !== null) return problem;
    const { addEnumerator, adoptPlainDrafts, escrowKey } = await loadVaultCode();
    await enter(async () => {
      const vault = await addEnumerator(database, { name, pin });
      await adoptPlainDrafts(database, vault);
      await escrowKey(database, vault);
      for (const key of Object.values(OLD)) localStorage.removeItem(key);
      return vault;
    });
    changed();
    return null;
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    run(() => {
      setState({ step: 'working' });
      return add(form).then(
        (problem) => {
          setState(problem === null ? { step: 'asking' } : { step: 'problem', problem });
        },
        () => {
          setState({ step: 'problem', problem: 'unlockFailed' });
        },
      );
    });
  }

  return (
    <form className="card stack" onSubmit={onSubmit} noValidate>
      <p>{texts.newPersonText}</p>
      <label className="field">
        <span className="label">{texts.startEnumerator}</span>
        <input
          className="input"
          name="enumerator"
          autoComplete="off"
          maxLength={120}
          defaultValue={localStorage.getItem(OLD.enumerator) ?? ''}
          aria-describedby={problemId}
        />
      </label>
      <PinField name="pin" label={texts.newPin} describedBy={problemId} letters />
      <PinField name="pinAgain" label={texts.newPinAgain} describedBy={problemId} letters />
      <p className="quiet small">{texts.newPinHint}</p>
      <div id={problemId} role="alert">
        {state.step === 'problem' && <p className="banner banner-danger">{texts[state.problem]}</p>}
      </div>
      <button className="button button-wide button-tall" type="submit">
        {state.step === 'working' ? texts.unlockWorking : texts.newPersonButton}
      </button>
    </form>
  );
}
