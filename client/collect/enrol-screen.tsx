import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../i18n/language-context.tsx';
import type { EnrolOutcome } from '../device/enrol-tablet.ts';
import { readEnrolment } from '../device/read-enrolment.ts';
import type { CollectTexts } from './messages-en.ts';
import { messages } from './messages.ts';
import { useDevice, useDeviceQuery } from './shell/device-context.tsx';
import { Screen } from './shell/screen.tsx';
import { useSyncing } from './shell/syncing-context.tsx';
import { tabletMessages } from './tablet-messages.ts';
import { useScannedCode } from './use-scanned-code.ts';

const loadEnrolTablet = () => import('../device/enrol-tablet.ts');

const PROBLEM_TEXTS = {
  wrongCode: 'enrolWrongCode',
  tooManyAttempts: 'enrolTooMany',
  offline: 'enrolOffline',
  notWaymark: 'enrolNotWaymark',
  serverError: 'enrolServerError',
  missing: 'enrolMissing',
} as const satisfies Record<Exclude<EnrolOutcome, 'enrolled'> | 'missing', keyof CollectTexts>;

type Step =
  | { readonly step: 'asking' | 'working' }
  | { readonly step: 'problem'; readonly problem: keyof typeof PROBLEM_TEXTS };

/** Exchanges the office's short code for a study. */
export function EnrolScreen() {
  const texts = useTexts(messages);
  const { database, changed } = useDevice();
  const { sync } = useSyncing();
  const [, navigate] = useLocation();
  const enrolment = useDeviceQuery(readEnrolment);
  const own = useTexts(tabletMessages);
  const scanned = useScannedCode();
  const [state, setState] = useState<Step>({ step: 'asking' });
  const problemId = useId();

  const wasUnlinked = useRef(false);
  useEffect(() => {
    if (enrolment === null) wasUnlinked.current = true;
    // Linked while this was open: by her, or because a lost link was found again (`spares.ts`).
    else if (enrolment !== undefined && wasUnlinked.current) navigate('/collect');
  }, [enrolment, navigate]);

  useEffect(() => {
    // Fetched while she types, so that a network that goes in between does no harm.
    void loadEnrolTablet();
  }, []);

  async function enrol(form: FormData): Promise<Step> {
    const read = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const code = read('code').toUpperCase();
    const deviceName = read('deviceName');
    if (code === '' || deviceName === '') return { step: 'problem', problem: 'missing' };
    const { enrolTablet } = await loadEnrolTablet();
    const world = { database, fetch: window.fetch.bind(window), nowMs: () => Date.now() };
    const outcome = await enrolTablet(world, { code, deviceName });
    if (outcome !== 'enrolled') return { step: 'problem', problem: outcome };
    changed();
    sync('waiting');
    navigate('/collect');
    return { step: 'asking' };
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state.step === 'working') return;
    setState({ step: 'working' });
    void enrol(new FormData(event.currentTarget)).then(setState, () => {
      setState({ step: 'problem', problem: 'offline' });
    });
  }

  const hasProblem = state.step === 'problem';
  return (
    <Screen title={texts.enrolTitle} {...(enrolment ? { backTo: '/collect' } : {})}>
      <p>{texts.enrolText}</p>
      {scanned === '' ? <p>{own.enrolScan}</p> : <p className="banner banner-ok">{own.enrolScanned}</p>}
      {enrolment && <p className="quiet">{texts.enrolAgainText}</p>}
      {!window.isSecureContext && <p className="banner banner-warn">{texts.notSecureText}</p>}
      <form className="card stack" onSubmit={onSubmit} noValidate>
        <label className="field">
          <span className="label">{texts.enrolCode}</span>
          <input
            className="input code-input"
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            key={scanned}
            defaultValue={scanned}
            aria-invalid={hasProblem}
            aria-describedby={problemId}
          />
        </label>
        <label className="field">
          <span className="label">{texts.enrolDeviceName}</span>
          <input
            className="input"
            name="deviceName"
            autoComplete="off"
            maxLength={80}
            key={enrolment?.deviceName}
            defaultValue={enrolment?.deviceName ?? ''}
          />
          <span className="quiet small">{texts.enrolDeviceNameHint}</span>
        </label>
        <div id={problemId} role="alert">
          {hasProblem && <p className="banner banner-danger">{texts[PROBLEM_TEXTS[state.problem]]}</p>}
        </div>
        <button className="button button-wide" type="submit">
          {state.step === 'working' ? texts.enrolWorking : texts.enrolButton}
        </button>
      </form>
    </Screen>
  );
}
