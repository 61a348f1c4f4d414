import type { Journal } from '../../device/open-journal.ts';
import type { CollectTexts } from '../messages-en.ts';
import { useSaveState } from './use-save-state.ts';

interface SaveAlertProps {
  readonly journal: Journal;
  readonly texts: CollectTexts;
}

/** Says loudly that an answer is not on disk, and offers to write it again. */
export function SaveAlert({ journal, texts }: SaveAlertProps) {
  const saveState = useSaveState(journal);
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
              void journal.retry();
            }}
          >
            {texts.interviewSaveAgain}
          </button>
        </div>
      )}
    </div>
  );
}
