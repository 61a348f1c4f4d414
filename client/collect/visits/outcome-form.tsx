import { useId, useState, type SubmitEvent } from 'react';
import type { VisitOutcome } from '../../../contracts/visit.ts';
import type { WorkCase } from '../../../contracts/work.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { recordVisit, type VisitEnd } from '../../device/work/record-visit.ts';
import { RadioList } from '../radio-list.tsx';
import { useDevice } from '../shell/device-context.tsx';
import { useSyncing } from '../shell/syncing-context.tsx';
import { useVault } from '../shell/vault-context.tsx';
import { DayChoice } from './day-choice.tsx';
import { NoteField } from './note-field.tsx';
import { visitMessages } from './visit-messages.ts';

const ALWAYS: readonly VisitOutcome[] = ['not-found', 'call-back', 'refused', 'moved', 'ineligible'];
/** Of someone whose interview is begun. */
const STOPPED: readonly VisitOutcome[] = ['partial', 'broken-off'];

type Problem = 'outcomeMissing' | 'dayMissing' | 'saveFailed';

interface OutcomeFormProps {
  readonly person: WorkCase;
  /** Of her unfinished interview on this tablet. */
  readonly draftId: string | undefined;
  readonly onSaved: () => void;
}

/** What happened instead of an interview: one tap says what, another saves. */
export function OutcomeForm({ person, draftId, onSaved }: OutcomeFormProps) {
  const texts = useTexts(visitMessages);
  const { database, changed } = useDevice();
  const { sync } = useSyncing();
  const vault = useVault();
  const problemId = useId();
  const [outcome, setOutcome] = useState<VisitOutcome | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const [hour, setHour] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [step, setStep] = useState<'asking' | 'saving' | Problem>('asking');
  const offered = draftId === undefined ? ALWAYS : [...ALWAYS, ...STOPPED];
  const isStopped = outcome !== null && STOPPED.includes(outcome);

  async function save(end: VisitEnd): Promise<void> {
    setStep('saving');
    try {
      await recordVisit({ database, vault, nowMs: Date.now() }, end);
    } catch {
      setStep('saveFailed');
      return;
    }
    changed();
    sync('due');
    onSaved();
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (step === 'saving') return;
    if (outcome === null) {
      setStep('outcomeMissing');
      return;
    }
    const isCallBack = outcome === 'call-back';
    if (isCallBack && day === null) {
      setStep('dayMissing');
      return;
    }
    const callBack = isCallBack && day !== null ? { day, hour } : undefined;
    const interviewId = isStopped ? draftId : undefined;
    const { id: caseId, branch } = person;
    void save({ caseId, branch, outcome, callBack, note, interviewId });
  }

  return (
    <form className="card stack" onSubmit={onSubmit} noValidate aria-describedby={problemId}>
      <h2>{texts.noInterview}</h2>
      <RadioList
        legend={texts.outcome}
        name="outcome"
        options={offered}
        wordsOf={(each) => texts.outcomes[each]}
        chosen={outcome}
        onChoose={(each) => {
          setOutcome(each);
          setStep('asking');
        }}
      />
      {outcome === 'call-back' && (
        <DayChoice texts={texts} day={day} hour={hour} onDay={setDay} onHour={setHour} />
      )}
      {isStopped && <p className="banner">{texts.stopped}</p>}
      {outcome !== null && <NoteField texts={texts} note={note} onNote={setNote} />}
      <div id={problemId} role="alert">
        {step !== 'asking' && step !== 'saving' && <p className="banner banner-danger">{texts[step]}</p>}
      </div>
      {outcome !== null && (
        <button className="button button-wide button-tall" type="submit">
          {texts.save}
        </button>
      )}
    </form>
  );
}
