import type { OutboxRecord } from './device-schema.ts';

const STATES: ReadonlySet<unknown> = new Set<OutboxRecord['state']>([
  'queued',
  'sending',
  'failed',
  'quarantined',
]);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' && value >= 0 ? value : 0);

/**
 * An unsent record as it can be shown and offered, whatever a fault of the storage or an app of another version
 * has left of it. What lies in storage is not changed; a whole record comes back as it is. The server refuses
 * what is damaged, so that it is set aside here and holds up no other.
 */
export function readable(record: OutboxRecord): OutboxRecord {
  // The type says what this app writes, not what lies there.
  const found: { readonly [K in keyof OutboxRecord]?: unknown } = record;
  const isDated = Number.isFinite(Date.parse(text(found.finishedAt)));
  return {
    ...record,
    tabletId: text(found.tabletId),
    hash: text(found.hash),
    payload: text(found.payload),
    state: STATES.has(found.state) ? record.state : 'queued',
    attempts: number(found.attempts),
    notBeforeMs: number(found.notBeforeMs),
    problem: found.problem === undefined ? null : record.problem,
    finishedAt: isDated ? record.finishedAt : new Date(0).toISOString(),
  };
}
