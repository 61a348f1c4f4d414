import { describe, expect, it } from 'vitest';
import { combine, type CombineInput } from './combine.ts';

const MODEL = { margin100: 5, minimumSeparation01: 0.2 };
const at = (input: Partial<CombineInput>) =>
  combine(
    {
      lowest: 1,
      highest: 1,
      ceiling: 3,
      clusterArchetype: 1,
      separation01: 0.5,
      up100: Infinity,
      down100: Infinity,
      ...input,
    },
    MODEL,
  );

describe('combine', () => {
  it.each([
    ['rules and cluster agree', {}, 1, null],
    ['far from a threshold', { clusterArchetype: 2, up100: 5.1 }, 1, null],
    ['near it, cluster above', { clusterArchetype: 2, up100: 5 }, 2, 'borderline'],
    ['near it, cluster below', { clusterArchetype: 0, down100: 0 }, 0, 'borderline'],
    ['near the threshold on the other side', { clusterArchetype: 2, down100: 1 }, 1, null],
    ['cluster two away', { clusterArchetype: 3, up100: 1 }, 1, null],
    ['not clearly inside the cluster', { clusterArchetype: 2, up100: 1, separation01: 0.19 }, 1, null],
    ['a cap is in the way', { clusterArchetype: 2, up100: 1, ceiling: 1 }, 1, null],
    ['no cluster', { clusterArchetype: -1, separation01: Number.NaN, up100: 1 }, 1, null],
    ['undecided, cluster in the range', { lowest: 1, highest: 3, clusterArchetype: 2 }, 2, 'undecided'],
    ['undecided, cluster outside it', { lowest: 1, highest: 2, clusterArchetype: 0 }, -1, null],
    [
      'undecided, not clearly inside',
      { lowest: 1, highest: 3, clusterArchetype: 2, separation01: 0 },
      -1,
      null,
    ],
    ['undecided, a cap may hold', { lowest: 1, highest: 3, clusterArchetype: 3, ceiling: 2 }, -1, null],
    [
      'undecided, no cluster',
      { lowest: 0, highest: 3, clusterArchetype: -1, separation01: Number.NaN },
      -1,
      null,
    ],
  ] as const)('%s', (_, input, archetype, moved) => {
    expect(at(input)).toEqual({ archetype, moved });
  });
});
