import type { QualityRules } from '../../contracts/quality.ts';
import { fillReason } from './fill-reason.ts';
import type { QualityRecord } from './quality-record.ts';

const MINUTE_MS = 60_000;

/**
 * Whether the tablet's clock can have been right. Ahead: the interview ended after it was received.
 * Changed: it was open for longer (monotonic) than from start to end. A clock that is behind cannot be
 * told from a tablet that was offline, so it is not judged. Null: nothing against it.
 */
export function checkClock(
  { startedAt, finishedAt, receivedAt, activeMs }: QualityRecord,
  rules: QualityRules['clock'],
): Record<string, string> | null {
  if (finishedAt === null) return null;
  const finished = Date.parse(finishedAt);
  const aheadMs = receivedAt === null ? 0 : finished - Date.parse(receivedAt);
  if (aheadMs > rules.toleranceMs)
    return fillReason(rules.ahead, { minutes: Math.floor(aheadMs / MINUTE_MS) });
  if (startedAt === null || activeMs === null) return null;
  const missingMs = activeMs - (finished - Date.parse(startedAt));
  if (missingMs > rules.toleranceMs)
    return fillReason(rules.changed, { minutes: Math.floor(missingMs / MINUTE_MS) });
  return null;
}
