import { describe, expect, it } from 'vitest';
import { confidenceIndex } from './confidence-index.ts';

const FIRM = {
  archetype: 2,
  clusterArchetype: 2,
  decided: true,
  distance100: Infinity,
  separation01: 1,
  margin100: 5,
};

describe('confidenceIndex', () => {
  it.each([
    ['all is firm', {}, 1],
    ['half a clearance', { distance100: 5 }, 2.5 / 3],
    ['on the threshold', { distance100: 0 }, 2 / 3],
    ['between two centroids', { separation01: 0 }, 2 / 3],
    ['the next cluster', { clusterArchetype: 1 }, 2.5 / 3],
    ['a cluster far away', { clusterArchetype: 0 }, 2 / 3],
    ['rules undecided', { decided: false, separation01: 0.4 }, 1.4 / 3],
    ['no cluster: clearance alone', { clusterArchetype: -1, separation01: Number.NaN, distance100: 2 }, 0.2],
    ['no margin in the model', { margin100: 0, distance100: 0 }, 1],
  ] as const)('%s', (_, change, index) => {
    expect(confidenceIndex({ ...FIRM, ...change })).toBeCloseTo(index, 12);
  });

  it('is absent where nothing was classified', () => {
    expect(confidenceIndex({ ...FIRM, archetype: -1 })).toBeNaN();
  });
});
