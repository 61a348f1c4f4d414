import { useId, useState, type SubmitEvent } from 'react';
import { Redirect, useLocation } from 'wouter';
import { languageNames, languages } from '../i18n/language-names.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { createDraft } from '../device/drafts.ts';
import { isoWithOffset } from '../device/iso-with-offset.ts';
import { readEnrolment } from '../device/read-enrolment.ts';
import { messages } from './messages.ts';
import { useDevice, useDeviceQuery } from './shell/device-context.tsx';
import { Screen } from './shell/screen.tsx';

const REMEMBERED = { branch: 'waymark.branch', enumerator: 'waymark.enumerator' } as const;
type Problem = 'startMissing' | 'startFailed';

/** Branch, language and enumerator of a new interview. The last choices are offered again. */
export function StartScreen() {
  const texts = useTexts(messages);
  const { language } = useLanguage();
  const { database, changed } = useDevice();
  const [, navigate] = useLocation();
  const enrolment = useDeviceQuery(readEnrolment);
  const [problem, setProblem] = useState<Problem | null>(null);
  const problemId = useId();

  if (enrolment === undefined)
    return (
      <Screen title={texts.startTitle} backTo="/collect">
        {null}
      </Screen>
    );
  if (enrolment === null) return <Redirect to="/collect/enrol" />;
  const { study, tabletId } = enrolment;
  const onlyBranch = study.branches.length === 1 ? study.branches[0]?.code : undefined;

  async function start(form: FormData): Promise<Problem | null> {
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const [branch, enumerator] = [text('branch'), text('enumerator')];
    if (branch === '' || enumerator === '') return 'startMissing';
    const { publishedHash } = await import('../../instruments/registry.ts');
    const { name, version } = study.instrument;
    const id = crypto.randomUUID();
    await createDraft(database, {
      id,
      tabletId,
      studyId: study.id,
      instrument: { name, version, hash: publishedHash(name, version) },
      branch,
      language: languages.find((each) => each === text('language')) ?? language,
      enumerator,
      startedAt: isoWithOffset(Date.now()),
    });
    localStorage.setItem(REMEMBERED.branch, branch);
    localStorage.setItem(REMEMBERED.enumerator, enumerator);
    changed();
    navigate(`/collect/interview/${id}`);
    return null;
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void start(new FormData(event.currentTarget)).then(setProblem, () => {
      setProblem('startFailed');
    });
  }

  return (
    <Screen title={texts.startTitle} backTo="/collect">
      <form className="card stack" onSubmit={onSubmit} noValidate>
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
            defaultValue={onlyBranch ?? localStorage.getItem(REMEMBERED.branch) ?? ''}
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
        <label className="field">
          <span className="label">{texts.startEnumerator}</span>
          <input
            className="input"
            name="enumerator"
            autoComplete="name"
            maxLength={120}
            defaultValue={localStorage.getItem(REMEMBERED.enumerator) ?? ''}
            aria-describedby={problemId}
          />
        </label>
        <div id={problemId} role="alert">
          {problem !== null && <p className="banner banner-danger">{texts[problem]}</p>}
        </div>
        <button className="button button-wide button-tall" type="submit">
          {texts.startButton}
        </button>
      </form>
    </Screen>
  );
}
