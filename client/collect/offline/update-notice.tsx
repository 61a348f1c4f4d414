import { useState } from 'react';
import { useTexts } from '../../i18n/language-context.tsx';
import { messages } from '../messages.ts';
import { useOffline } from './offline-context.tsx';

/** Offers a new version by a tap, on the home screen only: never in the middle of an interview. */
export function UpdateNotice() {
  const texts = useTexts(messages);
  const { updateWaiting, applyUpdate } = useOffline();
  const [blocked, setBlocked] = useState(false);
  if (!updateWaiting) return null;
  return (
    <div className="banner row" role="status">
      <span>{blocked ? texts.updateBlocked : texts.updateReady}</span>
      <button
        className="button button-quiet"
        type="button"
        onClick={() => {
          void applyUpdate().then((applied) => {
            setBlocked(!applied);
          });
        }}
      >
        {texts.updateButton}
      </button>
    </div>
  );
}
