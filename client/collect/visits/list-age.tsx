import { useLanguage, useTexts } from '../../i18n/language-context.tsx';
import { timeAgo } from '../../i18n/time-ago.ts';
import { visitMessages } from './visit-messages.ts';
import { useWork } from './work-context.tsx';

const OLD_MS = 86_400_000;

/** How old the list is, and a button that asks for a newer one. */
export function ListAge({ fetchedAtMs }: { readonly fetchedAtMs: number }) {
  const texts = useTexts(visitMessages);
  const { language } = useLanguage();
  const { updating, update } = useWork();
  const isOld = Date.now() - fetchedAtMs > OLD_MS;
  const when = timeAgo(fetchedAtMs, Date.now(), language);
  return (
    <div className="list-age" data-list-age={isOld ? 'old' : 'fresh'}>
      <p className="quiet small" role="status">
        {isOld ? texts.updatedOld(when) : texts.updated(when)}
      </p>
      <button className="button button-quiet" type="button" aria-disabled={updating} onClick={update}>
        {updating ? texts.updating : texts.update}
      </button>
    </div>
  );
}
