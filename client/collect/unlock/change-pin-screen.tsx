import { useId, useState, type SubmitEvent } from 'react';
import { pinProblem, type PinProblem } from '../../device/vault/pin-problem.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { messages } from '../messages.ts';
import { useDevice } from '../shell/device-context.tsx';
import { Screen } from '../shell/screen.tsx';
import { useVault } from '../shell/vault-context.tsx';
import { tabletMessages } from '../tablet-messages.ts';
import { loadVaultCode } from './load-vault-code.ts';
import { PinField } from './pin-field.tsx';
import { readField } from './read-form.ts';

type Step =
  | { readonly step: 'asking' | 'working' | 'changed' | 'failed' }
  | { readonly step: 'refused'; readonly problem: PinProblem }
  | { readonly step: 'wrong' | 'wait'; readonly waitMs: number };

/** Another PIN or passphrase for whoever has the tablet unlocked; asks for the old one first. */
export function ChangePinScreen() {
  const texts = useTexts(messages);
  const own = useTexts(tabletMessages);
  const { database } = useDevice();
  const vault = useVault();
  const [state, setState] = useState<Step>({ step: 'asking' });
  const problemId = useId();

  async function change(form: FormData): Promise<Step> {
    const next = readField(form, 'newPin');
    const problem = pinProblem(next, readField(form, 'newPinAgain'));
    if (problem !== null) return { step: 'refused', problem };
    const { changePin } = await loadVaultCode();
    const pins = { old: readField(form, 'pinNow'), next };
    const outcome = await changePin(database, vault.enumeratorId, pins, Date.now());
    return outcome.kind === 'changed' ? { step: 'changed' } : { step: outcome.kind, waitMs: outcome.waitMs };
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state.step === 'working') return;
    const form = event.currentTarget;
    setState({ step: 'working' });
    change(new FormData(form)).then(
      (step) => {
        setState(step);
        if (step.step === 'changed') form.reset();
      },
      () => {
        setState({ step: 'failed' });
      },
    );
  }

  return (
    <Screen title={own.pinChangeTitle} backTo="/collect">
      <form className="card stack" onSubmit={onSubmit} noValidate>
        <p>{own.pinChangeText}</p>
        <PinField name="pinNow" label={own.pinNow} describedBy={problemId} letters />
        <PinField name="newPin" label={texts.newPin} describedBy={problemId} letters />
        <PinField name="newPinAgain" label={texts.newPinAgain} describedBy={problemId} letters />
        <p className="quiet small">{texts.newPinHint}</p>
        <div id={problemId} role="alert">
          {state.step === 'refused' && <p className="banner banner-danger">{texts[state.problem]}</p>}
          {state.step === 'failed' && <p className="banner banner-danger">{own.pinChangeFailed}</p>}
          {(state.step === 'wrong' || state.step === 'wait') && (
            <p className="banner banner-danger">
              {state.step === 'wrong' && own.pinNowWrong}{' '}
              {state.waitMs > 0 && texts.pinWait(Math.ceil(state.waitMs / 1000))}
            </p>
          )}
        </div>
        <div role="status">
          {state.step === 'changed' && (
            <p className="banner banner-ok" data-pin-changed>
              {own.pinChanged}
            </p>
          )}
        </div>
        <button className="button button-wide button-tall" type="submit">
          {state.step === 'working' ? own.pinChangeWorking : own.pinChangeButton}
        </button>
      </form>
    </Screen>
  );
}
