import { useState } from 'react';
import type { CollectTexts } from '../messages-en.ts';
import { LOCK_AFTER_MINUTES, readLockAfterMinutes, storeLockAfterMinutes } from '../shell/lock-after.ts';

/** After how many minutes without a touch the tablet locks. */
export function LockAfterChoice({ texts }: { readonly texts: CollectTexts }) {
  const [minutes, setMinutes] = useState(readLockAfterMinutes);
  return (
    <label className="field lock-after">
      <span>{texts.lockAfter}</span>
      <select
        className="input"
        value={minutes}
        onChange={(event) => {
          const chosen = Number(event.target.value);
          storeLockAfterMinutes(chosen);
          setMinutes(chosen);
        }}
      >
        {LOCK_AFTER_MINUTES.map((each) => (
          <option key={each} value={each}>
            {texts.lockAfterMinutes(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
