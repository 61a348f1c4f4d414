import { expect, it } from 'vitest';
import type { QuotaBoard } from '../../contracts/study-setup.ts';
import type { Board } from '../../contracts/supervision.ts';
import { listBehind } from './list-behind.ts';

const branch = (name: string, expected: number | null, completed: number): Board['branches'][number] => ({
  ...{ code: name, name, target: null, expected, completed, declined: 0, conflict: 0, quarantined: 0 },
  ...{ doubtful: 0, doubtfulUnreviewed: 0, unreviewed: 0, approved: 0, returned: 0, rejected: 0 },
  places: { outsideArea: 0, samePlace: 0 },
});
const quota = (
  branchName: string | null,
  label: string | null,
  expected: number | null,
  completed: number,
): QuotaBoard[number] => ({
  ...{ branch: branchName, branchName, label, variable: null, code: null, interviews: 100 },
  ...{ expected, completed },
});

it('knows targets and quotas, the largest gap first, and a branch once', () => {
  const found = listBehind(
    [branch('North', 50, 40), branch('South', 30, 30), branch('East', null, 0)],
    [
      quota('North', null, 60, 40),
      quota('South', 'Woman', 20, 5),
      quota(null, 'Enabled', 10, 9),
      quota('East', 'Woman', null, 0),
    ],
  );
  expect(found).toEqual([
    { branch: 'North', group: null, gap: 20 },
    { branch: 'South', group: 'Woman', gap: 15 },
    { branch: null, group: 'Enabled', gap: 1 },
  ]);
});
