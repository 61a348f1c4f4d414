import type { Heartbeat } from '../../contracts/supervision.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { timeAgo } from '../i18n/time-ago.ts';
import { useFormat } from '../i18n/use-format.ts';
import { syncTexts } from './sync-messages.ts';

const isKnown = <T extends object>(names: T, code: string): code is Extract<keyof T, string> =>
  Object.hasOwn(names, code);

/** When a tablet last got something through, and what has kept it from sending since. Times by its own clock. */
export function SyncLogCell({
  heartbeat,
  asOf,
}: {
  readonly heartbeat: Heartbeat | null;
  readonly asOf: string;
}) {
  const t = useTexts(syncTexts);
  const { language } = useLanguage();
  const format = useFormat();
  const ago = (when: string): string => timeAgo(Date.parse(when), Date.parse(asOf), language);
  const problems = heartbeat?.syncProblems ?? [];
  const last = heartbeat?.lastReceiptAt;
  if (last === undefined && problems.length === 0) return '–';
  return (
    <>
      {last === undefined ? null : t.lastSent(ago(last))}
      {problems.map(({ code, count, lastAt }) => (
        <span key={code} className="under">
          {format.count(count)} × {isKnown(t.problems, code) ? t.problems[code] : code}, {ago(lastAt)}
        </span>
      ))}
    </>
  );
}
