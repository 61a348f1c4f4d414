import { useId, useState, type SubmitEvent } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import type { BackCheckOutcome } from '../../../contracts/back-check.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { readEnrolment } from '../../device/read-enrolment.ts';
import { recordBackCheck } from '../../device/work/record-back-check.ts';
import { RadioList } from '../radio-list.tsx';
import { useDevice, useDeviceQuery } from '../shell/device-context.tsx';
import { Screen } from '../shell/screen.tsx';
import { useSyncing } from '../shell/syncing-context.tsx';
import { useVault } from '../shell/vault-context.tsx';
import { ContactDetails } from './contact-details.tsx';
import { NoteField } from './note-field.tsx';
import { visitMessages } from './visit-messages.ts';
import { useWork } from './work-context.tsx';

type Unasked = Exclude<BackCheckOutcome, 'completed'>;
const UNASKED: readonly Unasked[] = ['not-found', 'refused', 'denied'];
const MODES = ['visit', 'phone'] as const;
type Mode = (typeof MODES)[number];
const MODE_TEXTS = { visit: 'checkVisit', phone: 'checkPhone' } as const;
type Step = 'asking' | 'saving' | 'saveFailed' | 'saved';

/** The back-check of an interview: who, how, and the questions; or why they were not asked. */
export function BackCheckScreen() {
  const texts = useTexts(visitMessages);
  const { database, changed } = useDevice();
  const { sync } = useSyncing();
  const vault = useVault();
  const [, navigate] = useLocation();
  const { work, chosen, choose } = useWork();
  const enrolment = useDeviceQuery(readEnrolment);
  const [mode, setMode] = useState<Mode>('visit');
  const [outcome, setOutcome] = useState<Unasked | null>(null);
  const [note, setNote] = useState('');
  const [step, setStep] = useState<Step>('asking');
  const problemId = useId();

  if (step === 'saved')
    return (
      <Screen title={texts.checkTitle} backTo="/collect">
        <p className="banner banner-ok" role="status">
          {texts.checkSaved}
        </p>
        <Link className="button button-wide button-tall" href="/collect">
          {texts.toHome}
        </Link>
      </Screen>
    );
  if (work === undefined || !enrolment) return null;
  const task = work?.backChecks.find(({ id }) => chosen?.kind === 'backCheck' && id === chosen.id);
  if (task === undefined) return <Redirect to="/collect" />;
  const branch = enrolment.study.branches.find(({ code }) => code === task.branch);

  async function save(why: Unasked): Promise<void> {
    if (task === undefined) return;
    setStep('saving');
    try {
      await recordBackCheck({ database, vault, nowMs: Date.now() }, { task, mode, outcome: why, note });
    } catch {
      setStep('saveFailed');
      return;
    }
    setStep('saved');
    changed();
    sync('due');
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (outcome !== null && step !== 'saving') void save(outcome);
  }

  return (
    <Screen title={texts.checkTitle} backTo="/collect">
      <section className="card stack">
        <h2>{task.name ?? task.caseId ?? texts.numberOf(task.id.slice(0, 4).toUpperCase())}</h2>
        <ContactDetails contact={task} number={task.caseId} branch={branch?.name ?? task.branch} />
      </section>
      <section className="card stack">
        <p>{texts.checkText}</p>
        <RadioList
          legend={texts.checkHow}
          name="mode"
          options={MODES}
          wordsOf={(each) => texts[MODE_TEXTS[each]]}
          chosen={mode}
          onChoose={setMode}
          className="mode-choices"
        />
        <button
          className="button button-wide button-hero"
          type="button"
          onClick={() => {
            choose({ kind: 'backCheck', id: task.id, mode });
            navigate('/collect/begin');
          }}
        >
          {texts.checkStart(task.items.length)}
        </button>
      </section>
      <form className="card stack" onSubmit={onSubmit} noValidate aria-describedby={problemId}>
        <RadioList
          legend={texts.checkNone}
          name="outcome"
          options={UNASKED}
          wordsOf={(each) => texts.checkOutcomes[each]}
          chosen={outcome}
          onChoose={setOutcome}
        />
        {outcome !== null && <NoteField texts={texts} note={note} onNote={setNote} />}
        <div id={problemId} role="alert">
          {step === 'saveFailed' && <p className="banner banner-danger">{texts.saveFailed}</p>}
        </div>
        {outcome !== null && (
          <button className="button button-wide button-tall" type="submit">
            {texts.save}
          </button>
        )}
      </form>
    </Screen>
  );
}
