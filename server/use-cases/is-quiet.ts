import type { TabletRecord } from '../storage/port.ts';

/** A tablet that was not heard of for so long has gone quiet: two days, as enumerators may be out for one. */
export const QUIET_AFTER_HOURS = 48;
const HOUR_MS = 3_600_000;

/** Whether a tablet was not heard of, or has not come since it was linked, for longer than that. */
export const isQuiet = (
  { lastSeenAt, enrolledAt }: Pick<TabletRecord, 'lastSeenAt' | 'enrolledAt'>,
  now: Date,
): boolean => now.getTime() - Date.parse(lastSeenAt ?? enrolledAt) > QUIET_AFTER_HOURS * HOUR_MS;
