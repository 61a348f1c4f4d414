import { expect, test } from 'vitest';
import { sensitivityRows } from './sensitivity-rows.ts';

const row = (score: string, threshold: number, movedBy: number, share: number | null) => ({
  ...{ score, threshold, movedBy, share, movedTo: threshold + movedBy },
  ...{ unweightedShare: share, rulesShare: share, moves: [] },
});

test('thresholds stand by what they change most, with their steps in order', () => {
  const found = sensitivityRows([
    row('access', 40, -5, 0.01),
    row('access', 40, 5, 0.02),
    row('comfort.financial', 70, -5, 0.08),
    row('comfort.financial', 70, 5, 0.03),
    row('comfort.financial', 40, 5, null),
  ]);
  expect(found.thresholds.map(({ score, threshold }) => [score, threshold])).toEqual([
    ['comfort.financial', 70],
    ['access', 40],
    ['comfort.financial', 40],
  ]);
  expect(found.steps).toEqual([-5, 5]);
  expect(found.most01).toBe(0.08);
  expect(found.strongest).toEqual({ score: 'comfort.financial', threshold: 70, movedBy: -5, share: 0.08 });
});

test('where nothing changes, nothing is called the strongest', () => {
  expect(sensitivityRows([row('access', 40, 5, 0)]).strongest).toBeNull();
  expect(sensitivityRows([])).toEqual({ thresholds: [], steps: [], most01: 0, strongest: null });
});
