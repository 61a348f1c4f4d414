import type { Board } from '../../contracts/supervision.ts';
import { timeAgo } from '../i18n/time-ago.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { Banner } from '../ui/banner.tsx';
import { ListingTable } from '../ui/listing-table.tsx';
import { tabletBoardTexts } from './tablet-board-messages.ts';
import { superviseTexts } from './messages.ts';
import { SyncLogCell } from './sync-log-cell.tsx';
import { syncTexts } from './sync-messages.ts';

const MEGABYTE = 1_000_000;

/** How each tablet was when it was last heard of; those gone quiet first. */
export function TabletBoard({ board }: { readonly board: Board }) {
  const t = useTexts(tabletBoardTexts);
  const { places } = useTexts(superviseTexts);
  const sync = useTexts(syncTexts);
  const { language } = useLanguage();
  const format = useFormat();
  if (board.tablets.length === 0) return <Banner tone="note">{t.noTablets}</Banner>;
  const ago = (when: string): string => timeAgo(Date.parse(when), Date.parse(board.asOf), language);
  const tablets = board.tablets.toSorted((a, b) => Number(b.isQuiet) - Number(a.isQuiet));
  return (
    <ListingTable
      label={t.tablets}
      caption={t.tablets}
      heads={[
        t.tablet,
        t.lastSeen,
        { number: t.unsent },
        t.oldest,
        { number: t.drafts },
        { number: t.storage },
        { number: places },
        t.app,
        sync.sending,
      ]}
    >
      {tablets.map(({ id, name, lastSeenAt, isQuiet, heartbeat, places: odd }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td>
            {lastSeenAt === null ? t.never : ago(lastSeenAt)}
            {isQuiet ? <strong> · {t.quiet(board.quietAfterHours)}</strong> : null}
          </td>
          <td className="number">{heartbeat ? format.count(heartbeat.queued) : '–'}</td>
          <td>{heartbeat?.oldestUnsentAt ? ago(heartbeat.oldestUnsentAt) : '–'}</td>
          <td className="number">
            {heartbeat ? format.count(heartbeat.drafts) : '–'}
            {heartbeat?.discarded !== undefined && heartbeat.discarded > 0 && (
              <div className="quiet small">{t.discarded(format.count(heartbeat.discarded))}</div>
            )}
          </td>
          <td className="number">
            {heartbeat?.storageUsed === null || heartbeat === null
              ? '–'
              : `${format.count(heartbeat.storageUsed / MEGABYTE)} MB`}
          </td>
          <td className="number">{format.count(odd.outsideArea + odd.samePlace)}</td>
          <td>{heartbeat?.appVersion ?? '–'}</td>
          <td>
            <SyncLogCell heartbeat={heartbeat} asOf={board.asOf} />
          </td>
        </tr>
      ))}
    </ListingTable>
  );
}
