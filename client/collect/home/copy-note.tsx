import { useCallback } from 'react';
import type { Language } from '../../../contracts/language.ts';
import type { StoredCopy } from '../../device/device-schema.ts';
import type { DeviceDatabase } from '../../device/open-database.ts';
import { useLanguage, useTexts } from '../../i18n/language-context.tsx';
import { withPlainDigits } from '../../i18n/language-digits.ts';
import { useDeviceQuery } from '../shell/device-context.tsx';
import { copyMessages } from './copy-messages.ts';

const NOTHING: Pick<StoredCopy, 'steps' | 'confirmedAtMs'> = { steps: 0, confirmedAtMs: null };

/** Whether a copy of an unfinished interview is on the server, and since when. */
export function CopyNote({ draftId }: { readonly draftId: string }) {
  const texts = useTexts(copyMessages);
  const { language } = useLanguage();
  const copy = useDeviceQuery(
    useCallback(
      async (database: DeviceDatabase) => (await database.get('copies', draftId)) ?? NOTHING,
      [draftId],
    ),
  );
  // Until it is read; and where the server let go of it, because the office has recovered it.
  const isSilent = copy === undefined || (copy.confirmedAtMs === null && copy.steps > 0);
  return (
    <span className="quiet small" data-copied={copy?.confirmedAtMs != null}>
      {isSilent
        ? '\u00a0'
        : copy.confirmedAtMs === null
          ? texts.notCopied
          : texts.copied(clockTime(copy.confirmedAtMs, Date.now(), language))}
    </span>
  );
}

/** "10:42", with the day where it was another one. */
function clockTime(atMs: number, nowMs: number, language: Language): string {
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  const style = isToday
    ? ({ timeStyle: 'short' } as const)
    : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return new Intl.DateTimeFormat(withPlainDigits(language), style).format(atMs);
}
