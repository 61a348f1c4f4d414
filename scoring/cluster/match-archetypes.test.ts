import { describe, expect, it } from 'vitest';
import { matchArchetypes } from './match-archetypes.ts';

const KEYS = ['comfort.general', 'comfort.financial', 'behaviour.general', 'behaviour.financial'];
const ORDERED = [
  [10, 5, 10, 0],
  [50, 20, 40, 10],
  [75, 50, 65, 40],
  [95, 90, 90, 80],
];
const match = (clusters: number[][], rules: number[][] = ORDERED, scoreKeys = KEYS) =>
  matchArchetypes({
    k: clusters.length,
    centroids: Float64Array.from(clusters.flat()),
    scoreKeys,
    ruleProfiles: Float64Array.from(rules.flat()),
  });

describe('matchArchetypes', () => {
  it('names ordered clusters in order', () => {
    expect(match(ORDERED)).toEqual({ archetypeOfCluster: Int8Array.of(0, 1, 2, 3), refusal: null });
  });

  it('forgives what one context lacks if its dimension keeps the order', () => {
    expect(match(ORDERED.with(2, [75, 50, 39, 70])).refusal).toBeNull();
  });

  it.each([
    ['other than four clusters', ORDERED.slice(0, 3), ORDERED, 'There are 3 clusters'],
    [
      'clusters of the same mean',
      ORDERED.with(1, [11, 5, 10, 0]),
      ORDERED,
      'Clusters 1 and 2 are equally mature',
    ],
    [
      'a dimension that runs against the order',
      ORDERED.with(2, [40, 20, 90, 90]),
      ORDERED,
      'has less comfort (30.0 against 35.0)',
    ],
    [
      'an archetype nobody is in',
      ORDERED,
      ORDERED.with(3, Array<number>(4).fill(Number.NaN)),
      'The rules find nobody Enabled',
    ],
    [
      'clusters that look like the archetypes in another order',
      ORDERED,
      [ORDERED[0]!, ORDERED[2]!, ORDERED[1]!, ORDERED[3]!],
      'look most like Nascent, Emerger, Experimenter, Enabled',
    ],
  ] as const)('refuses %s', (_, clusters, rules, reason) => {
    const result = match(clusters, rules as unknown as number[][]);
    expect(result.refusal).toContain(reason);
    expect([...result.archetypeOfCluster].every((rank) => rank === -1)).toBe(true);
  });
});
