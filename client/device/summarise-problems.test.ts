import { expect, it } from 'vitest';
import type { SyncLogEntry } from './device-schema.ts';
import { summariseProblems } from './summarise-problems.ts';

const line = (event: SyncLogEntry['event'], minute: number, detail = ''): SyncLogEntry => ({
  atMs: Date.UTC(2026, 4, 1, 9, minute),
  event,
  id: null,
  detail,
});

it('counts what went wrong since the last receipt, with the latest time, the most frequent first', () => {
  const log = [
    line('problem', 9, 'timeout: 30 s'),
    line('problem', 8, 'offline: no network'),
    line('studyRefreshed', 7, 'offline: the title of a study'),
    line('problem', 6, 'offline: no network'),
    line('problem', 5, 'a code of another version'),
    line('receipted', 4, 'stored r-1'),
    line('problem', 3, 'refused: too large'),
  ];
  expect(summariseProblems(log)).toEqual([
    { code: 'offline', count: 2, lastAt: '2026-05-01T09:08:00.000Z' },
    { code: 'timeout', count: 1, lastAt: '2026-05-01T09:09:00.000Z' },
  ]);
  expect(summariseProblems([])).toEqual([]);
});
