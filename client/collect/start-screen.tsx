import { useCallback, useId, useState, type SubmitEvent } from 'react';
import { Redirect, useLocation } from 'wouter';
import { languageNames, languages } from '../i18n/language-names.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { beginInterview } from '../device/begin-interview.ts';
import { readEnrolment } from '../device/read-enrolment.ts';
import { readProfile } from '../device/vault/profile.ts';
import { AGAIN_REASONS, againMessages } from './again-messages.ts';
import { messages } from './messages.ts';
import { useDevice, useDeviceQuery } from './shell/device-context.tsx';
import { shortNumber } from './shell/short-number.ts';
import { Screen } from './shell/screen.tsx';
import { useVault } from './shell/vault-context.tsx';

type Problem = 'startMissing' | 'startFailed';

interface StartScreenProps {
  /** Id of a sent interview that the new one takes the place of. */
  readonly again?: string;
}

/** Branch and language of a new interview; the enumerator is whoever unlocked the tablet. */
export function StartScreen({ again }: StartScreenProps) {
  const texts = useTexts(messages);
  const { language } = useLanguage();
  const againTexts = againMessages[language];
  const title = again === undefined ? texts.startTitle : againTexts.title;
  const { database, changed } = useDevice();
  const [, navigate] = useLocation();
  const vault = useVault();
  const enrolment = useDeviceQuery(readEnrolment);
  const profile = useDeviceQuery(useCallback((device) => readProfile(device, vault), [vault]));
  const [problem, setProblem] = useState<Problem | null>(null);
  const problemId = useId();

  if (enrolment === undefined || profile === undefined)
    return (
      <Screen title={title} backTo="/collect">
        {null}
      </Screen>
    );
  if (enrolment === null) return <Redirect to="/collect/enrol" />;
  const link = enrolment;
  const { study } = link;
  const onlyBranch = study.branches.length === 1 ? study.branches[0]?.code : undefined;

  async function start(form: FormData): Promise<Problem | null> {
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const branch = text('branch');
    const reason = text('reason');
    if (branch === '' || (again !== undefined && reason === '')) return 'startMissing';
    const chosen = languages.find((each) => each === text('language')) ?? language;
    const by = { database, vault, nowMs: Date.now() };
    const id = await beginInterview(by, link, {
      branch,
      language: chosen,
      ...(again !== undefined && { revision: { of: again, reason } }),
    });
    changed();
    // Back leads home from there, not to another new interview.
    navigate(`/collect/interview/${id}`, { replace: true });
    return null;
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void start(new FormData(event.currentTarget)).then(setProblem, () => {
      setProblem('startFailed');
    });
  }

  return (
    <Screen title={title} backTo="/collect">
      <form className="card stack" onSubmit={onSubmit} noValidate>
        {again !== undefined && (
          <>
            <p>{againTexts.text(shortNumber(again))}</p>
            <fieldset className="plain-fieldset">
              <legend className="label">{againTexts.why}</legend>
              <div className="choices">
                {AGAIN_REASONS.map((reason, index) => (
                  <label key={reason} className="choice">
                    <input type="radio" name="reason" value={reason} />
                    <span>{againTexts.reasons[index]}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          </>
        )}
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
        <label className="field">
          <span className="label">{texts.startBranch}</span>
          <select
            className="input"
            name="branch"
            defaultValue={onlyBranch ?? profile?.branch ?? ''}
            aria-describedby={problemId}
          >
            <option value="">{texts.startChooseBranch}</option>
            {study.branches.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div id={problemId} role="alert">
          {problem !== null && (
            <p className="banner banner-danger">
              {problem === 'startMissing' && again !== undefined ? againTexts.missing : texts[problem]}
            </p>
          )}
        </div>
        <button className="button button-wide button-tall" type="submit">
          {texts.startButton}
        </button>
      </form>
    </Screen>
  );
}
