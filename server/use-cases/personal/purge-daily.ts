import { record } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { purgePersonalData, type Purged } from './retention.ts';

const DAY_MS = 86_400_000;
/** Whole days before today in which the server must have been heard of. */
const LOOK_BACK_DAYS = 4;

/**
 * What the server does by itself: `purgePersonalData`, unless the clock may have jumped. What is removed does not come
 * back, and a clock that stands a year ahead would remove everything. So the audit log must know of something on one
 * of the days before today; where it does not, nothing is removed, that is recorded, and tomorrow that line is known.
 */
export async function purgeDaily(context: Context): Promise<Purged[]> {
  const due = await purgePersonalData(context, { dryRun: true });
  if (due.length === 0) return [];
  const { store, clock } = context;
  const now = clock().getTime();
  const day = (daysAgo: number) => new Date(now - daysAgo * DAY_MS).toISOString().slice(0, 10);
  const known = await store.audit.search({ from: day(LOOK_BACK_DAYS), to: day(1) }, 1);
  if (known.length > 0) return purgePersonalData(context);
  const waits = { action: 'personal.purge', outcome: 'refused', from: day(0), to: day(0) } as const;
  if ((await store.audit.search(waits, 1)).length > 0) return [];
  const detail = `waits until tomorrow: nothing in this log from ${day(LOOK_BACK_DAYS)} to ${day(1)}, so the clock may be wrong`;
  await record(context, { action: 'personal.purge', detail }, 'refused');
  return [];
}
