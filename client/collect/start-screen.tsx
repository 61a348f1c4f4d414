import { useCallback, useId, useState, type SubmitEvent } from 'react';
import { Redirect, useLocation } from 'wouter';
import { languageNames, languages } from '../i18n/language-names.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { beginInterview } from '../device/begin-interview.ts';
import { readEnrolment } from '../device/read-enrolment.ts';
import { readProfile } from '../device/vault/profile.ts';
import { againMessages } from './again-messages.ts';
import { AgainReasons } from './again-reasons.tsx';
import { messages } from './messages.ts';
import { useDevice, useDeviceQuery } from './shell/device-context.tsx';
import { Screen } from './shell/screen.tsx';
import { useOneAtATime } from './shell/use-one-at-a-time.ts';
import { useVault } from './shell/vault-context.tsx';
import { OriginNote } from './visits/origin-note.tsx';
import type { StartOrigin } from './visits/start-origin.ts';
import { visitMessages } from './visits/visit-messages.ts';

type Problem = 'startMissing' | 'reasonMissing' | 'startFailed' | 'checkUnknown';

const isInstrumentUnknown = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'INSTRUMENT_UNKNOWN';

interface StartScreenProps {
  /** Id of a sent interview that the new one takes the place of. */
  readonly again?: string;
  /** Of someone who is on a list; absent for someone found on the spot. */
  readonly origin?: StartOrigin;
}

/** Branch and language of a new interview; the enumerator is whoever unlocked the tablet. */
export function StartScreen({ again, origin }: StartScreenProps) {
  const texts = useTexts(messages);
  const visits = useTexts(visitMessages);
  const againTexts = useTexts(againMessages);
  const { language } = useLanguage();
  const { database, changed } = useDevice();
  const [, navigate] = useLocation();
  const vault = useVault();
  const enrolment = useDeviceQuery(readEnrolment);
  const profile = useDeviceQuery(useCallback((device) => readProfile(device, vault), [vault]));
  const [problem, setProblem] = useState<Problem | null>(null);
  const problemId = useId();
  const run = useOneAtATime();

  const isAgain = again !== undefined || origin?.revision !== undefined;
  const isCheck = origin?.backCheck !== undefined;
  const title = isCheck ? visits.checkTitle : isAgain ? againTexts.title : texts.startTitle;
  if (enrolment === undefined || profile === undefined)
    return (
      <Screen title={title} backTo="/collect">
        {null}
      </Screen>
    );
  if (enrolment === null) return <Redirect to="/collect/enrol" />;
  const link = enrolment;
  const { branches } = link.study;
  const onlyBranch = branches.length === 1 ? branches[0]?.code : undefined;

  async function start(form: FormData): Promise<Problem | null> {
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const branch = origin?.branch ?? text('branch');
    const reason = text('reason');
    if (again !== undefined && reason === '') return 'reasonMissing';
    if (branch === '') return 'startMissing';
    const chosen = languages.find((each) => each === text('language')) ?? language;
    const by = { database, vault, nowMs: Date.now() };
    const id = await beginInterview(by, link, {
      ...(again !== undefined && { revision: { of: again, reason } }),
      ...origin,
      branch,
      language: chosen,
    });
    changed();
    // Back leads home from there, not to another new interview.
    navigate(`/collect/interview/${id}`, { replace: true });
    return null;
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    run(() =>
      start(form).then(setProblem, (error: unknown) => {
        setProblem(isInstrumentUnknown(error) ? 'checkUnknown' : 'startFailed');
      }),
    );
  }

  const problemTexts: Readonly<Record<Problem, string>> = {
    startMissing: again === undefined ? texts.startMissing : againTexts.missing,
    reasonMissing: againTexts.missing,
    startFailed: texts.startFailed,
    checkUnknown: visits.checkUnknown,
  };
  const branchName = (code: string) => branches.find((branch) => branch.code === code)?.name ?? code;
  return (
    <Screen title={title} backTo="/collect">
      <form className="card stack" onSubmit={onSubmit} noValidate>
        {again !== undefined && <AgainReasons of={again} />}
        {origin !== undefined && <OriginNote origin={origin} branch={branchName(origin.branch)} />}
        <fieldset className="plain-fieldset">
          <legend className="label">{texts.startLanguage}</legend>
          <div className="language-grid">
            {languages.map((each) => (
              <label key={each} className="choice" lang={each}>
                <input type="radio" name="language" value={each} defaultChecked={each === language} />
                <span>{languageNames[each]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {origin === undefined && (
          <label className="field">
            <span className="label">{texts.startBranch}</span>
            <select
              className="input"
              name="branch"
              defaultValue={onlyBranch ?? profile?.branch ?? ''}
              aria-describedby={problemId}
            >
              <option value="">{texts.startChooseBranch}</option>
              {branches.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <div id={problemId} role="alert">
          {problem !== null && <p className="banner banner-danger">{problemTexts[problem]}</p>}
        </div>
        <button className="button button-wide button-tall" type="submit">
          {texts.startButton}
        </button>
      </form>
    </Screen>
  );
}
