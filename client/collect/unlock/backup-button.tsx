import { useState } from 'react';
import { readEnrolment } from '../../device/read-enrolment.ts';
import type { CollectTexts } from '../messages-en.ts';
import { useDevice } from '../shell/device-context.tsx';

type Step =
  | { readonly step: 'asking' | 'failed' }
  | { readonly step: 'done'; readonly records: number; readonly left: number };

const fileName = (deviceName: string, now: Date): string =>
  `${deviceName.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${now.toISOString().slice(0, 16).replaceAll(':', '')}.waymark-backup`;

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Chrome reads the blob after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

/** Saves all interviews of this tablet to a file that only the institution can open. Needs no PIN. */
export function BackupButton({ texts }: { readonly texts: CollectTexts }) {
  const { database } = useDevice();
  const [state, setState] = useState<Step>({ step: 'asking' });

  async function save(): Promise<Step> {
    const { makeBackup } = await import('../../device/make-backup.ts');
    const now = new Date();
    const [backup, enrolment] = await Promise.all([
      makeBackup(database, now.toISOString()),
      readEnrolment(database),
    ]);
    const { records, left, text } = backup;
    if (records > 0) saveFile(fileName(enrolment?.deviceName ?? 'waymark', now), text);
    return { step: 'done', records, left };
  }

  return (
    <div className="stack">
      <button
        className="button button-quiet button-wide"
        type="button"
        onClick={() => {
          save().then(setState, () => {
            setState({ step: 'failed' });
          });
        }}
      >
        {texts.backupButton}
      </button>
      <div role="status">
        {state.step === 'failed' && <p className="banner banner-danger">{texts.backupFailed}</p>}
        {state.step === 'done' && <p className="banner">{texts.backupDone(state.records)}</p>}
        {state.step === 'done' && state.left > 0 && (
          <p className="banner banner-warn">{texts.backupLeft(state.left)}</p>
        )}
      </div>
    </div>
  );
}
