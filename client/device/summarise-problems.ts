import type { SyncProblemCount } from '../../contracts/heartbeat-more.ts';
import { PROBLEM_CODES, type ProblemCode, type SyncLogEntry } from './device-schema.ts';

/** Of a line that tells of a problem, which one; lines of an older version say it in their detail only. */
export const problemOf = ({ event, detail }: SyncLogEntry): ProblemCode | null =>
  event === 'problem' ? (PROBLEM_CODES.find((code) => detail.startsWith(`${code}:`)) ?? null) : null;

/**
 * Why deliveries failed since the last one that was confirmed, the most frequent reason first.
 *
 * @param log newest line first
 */
export function summariseProblems(log: readonly SyncLogEntry[]): readonly SyncProblemCount[] {
  const confirmed = log.findIndex(({ event }) => event === 'receipted' || event === 'setAside');
  const counts = new Map<ProblemCode, SyncProblemCount>();
  for (const entry of confirmed === -1 ? log : log.slice(0, confirmed)) {
    const code = problemOf(entry);
    if (code === null) continue;
    const known = counts.get(code);
    const lastAt = known?.lastAt ?? new Date(entry.atMs).toISOString();
    counts.set(code, { code, count: (known?.count ?? 0) + 1, lastAt });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
