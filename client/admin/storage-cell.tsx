import type { Heartbeat } from '../../contracts/supervision.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { storageSize } from '../i18n/storage-size.ts';
import { tabletAdminTexts } from './tablet-messages.ts';

/** What storage a tablet had left when it was last heard of, and whether its browser promised to keep it. */
export function StorageCell({ heartbeat }: { readonly heartbeat: Heartbeat | null }) {
  const t = useTexts(tabletAdminTexts);
  const { language } = useLanguage();
  if (heartbeat === null) return '–';
  const { storageUsed, storageQuota, storagePersisted } = heartbeat;
  const isKnown = storageUsed !== null && storageQuota !== null;
  return (
    <>
      {isKnown ? storageSize(Math.max(0, storageQuota - storageUsed), language) : '–'}
      {storagePersisted === false ? <strong className="under">{t.mayBeCleared}</strong> : null}
    </>
  );
}
