import { useEffect, useRef, useState } from 'react';
import { DISCARD_REASONS, type DiscardReason } from '../../../device/device-schema.ts';
import { discardDraft } from '../../../device/discard-draft.ts';
import { RadioList } from '../../radio-list.tsx';
import { useDevice } from '../../shell/device-context.tsx';
import { useVault } from '../../shell/vault-context.tsx';
import type { OpenInterview } from '../open-interview.ts';
import type { ToolsTexts } from './tools-messages.ts';

const REASON_TEXTS = {
  mistake: 'discardMistake',
  stopped: 'discardStopped',
  twice: 'discardTwice',
  tryOut: 'discardTryOut',
  other: 'discardOther',
} as const satisfies Record<DiscardReason, keyof ToolsTexts>;

type Step = 'closed' | 'why' | 'sure' | 'working' | 'failed';

interface DiscardPanelProps {
  readonly interview: OpenInterview;
  readonly texts: ToolsTexts;
  readonly onDiscarded: () => void;
}

/** Throws the interview away: asks why, then asks again. */
export function DiscardPanel({ interview, texts, onDiscarded }: DiscardPanelProps) {
  const { database, changed } = useDevice();
  const vault = useVault();
  const [step, setStep] = useState<Step>('closed');
  const [reason, setReason] = useState<DiscardReason | null>(null);
  const [missing, setMissing] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (step === 'sure') keep.current?.focus();
  }, [step]);

  async function discard(why: DiscardReason): Promise<void> {
    setStep('working');
    try {
      await interview.caughtUp();
      await interview.journal.settled();
      await discardDraft(database, vault, interview.draft.id, why);
    } catch {
      setStep('failed');
      return;
    }
    interview.end();
    changed();
    onDiscarded();
  }

  const isAsking = step === 'sure' || step === 'working' || step === 'failed';
  return (
    <section className="card stack" data-discard={step}>
      <h2>{texts.discardTitle}</h2>
      <p className="quiet small">{texts.discardText}</p>
      {step === 'closed' && (
        <button
          className="button button-quiet"
          type="button"
          onClick={() => {
            setStep('why');
          }}
        >
          {texts.discardButton}
        </button>
      )}
      {step === 'why' && (
        <>
          <RadioList
            legend={texts.discardWhy}
            name="discardReason"
            options={DISCARD_REASONS}
            wordsOf={(each) => texts[REASON_TEXTS[each]]}
            chosen={reason}
            onChoose={(each) => {
              setReason(each);
              setMissing(false);
            }}
          />
          <p className="footer-problem" role="alert">
            {missing && texts.discardReasonMissing}
          </p>
          <button
            className="button button-danger"
            type="button"
            onClick={() => {
              if (reason === null) setMissing(true);
              else setStep('sure');
            }}
          >
            {texts.discardButton}
          </button>
        </>
      )}
      {isAsking && reason !== null && (
        <div className="banner banner-danger stack" role="alertdialog" aria-label={texts.discardSure}>
          <p className="label">{texts.discardSure}</p>
          <p>{texts.discardSureText(Object.keys(interview.survey.data as object).length)}</p>
          <p role="alert">{step === 'failed' && texts.discardFailed}</p>
          <div className="row">
            <button
              ref={keep}
              className="button button-quiet"
              type="button"
              onClick={() => {
                setStep('closed');
              }}
            >
              {texts.discardKeep}
            </button>
            <button
              className="button button-danger"
              type="button"
              disabled={step === 'working'}
              onClick={() => {
                void discard(reason);
              }}
            >
              {texts.discardForGood}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
