import type { CollectTexts } from '../messages-en.ts';
import type { OpenInterview } from './open-interview.ts';
import { useSaveState } from './use-save-state.ts';

interface SaveAlertProps {
  readonly interview: OpenInterview;
  readonly texts: CollectTexts;
}

/** Says loudly that an answer is not on disk, and offers to write it again. */
export function SaveAlert({ interview, texts }: SaveAlertProps) {
  const saveState = useSaveState(interview);
  return (
    <div role="alert">
      {saveState === 'failed' && (
        <div className="banner banner-danger save-alert">
          <p className="label">{texts.interviewNotSaved}</p>
          <p>{texts.interviewNotSavedHint}</p>
          <button
            className="button button-danger"
            type="button"
            onClick={() => {
              void interview.journal.retry();
            }}
          >
            {texts.interviewSaveAgain}
          </button>
        </div>
      )}
    </div>
  );
}
