import type { CollectTexts } from '../messages-en.ts';
import type { OpenInterview } from './open-interview.ts';
import { useSaveState } from './use-save-state.ts';

interface SaveStatusProps {
  readonly interview: OpenInterview;
  readonly texts: CollectTexts;
}

const TEXTS = { saved: 'interviewSaved', saving: 'interviewSaving', failed: 'interviewNotSaved' } as const;

/**
 * Whether all answers are on disk. A write takes a few milliseconds, so the live region leaves out
 * "saving": a screen reader would speak after every tap.
 */
export function SaveStatus({ interview, texts }: SaveStatusProps) {
  const saveState = useSaveState(interview);
  return (
    <span className="save-state small" data-save-state={saveState}>
      <span aria-hidden="true">{texts[TEXTS[saveState]]}</span>
      <span className="visually-hidden" role="status">
        {saveState === 'failed' ? texts.interviewNotSaved : texts.interviewSaved}
      </span>
    </span>
  );
}
