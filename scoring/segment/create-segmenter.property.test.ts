import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Respondent } from '../../contracts/respondent.ts';
import { createRandom } from '../random/create-random.ts';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { testRespondents } from '../test-respondents.ts';
import { createSegmenter } from './create-segmenter.ts';
import type { Segmentation } from './segmentation.ts';

function segment(people: readonly Respondent[], seed: number): Segmentation {
  const segmenter = createSegmenter(TEST_CODEBOOK, { seed });
  for (const person of people) segmenter.add(person);
  return segmenter.finish();
}

const study = fc.tuple(fc.integer({ min: 20, max: 120 }), fc.nat(), fc.nat());

describe('createSegmenter', () => {
  it('gives the same bytes for the same seed', () => {
    fc.assert(
      fc.property(study, ([count, dataSeed, seed]) => {
        const people = testRespondents(count, dataSeed);
        expect(segment(people, seed)).toEqual(segment(people, seed));
      }),
      { numRuns: 8, seed: 1 },
    );
  });

  it('places each respondent the same, in whatever order they come', () => {
    fc.assert(
      fc.property(study, ([count, dataSeed, seed]) => {
        const people = testRespondents(count, dataSeed);
        const random = createRandom(seed);
        const mixed = people
          .map((person) => ({ person, key: random.next() }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ person }) => person);
        const one = segment(people, seed);
        const other = segment(mixed, seed);
        const placeOf = new Map(other.ids.map((id, index) => [id, index]));
        one.ids.forEach((id, index) => {
          const there = placeOf.get(id)!;
          expect(other.archetype[there]).toBe(one.archetype[index]);
          expect(other.cluster[there]).toBe(one.cluster[index]);
          expect(other.confidence[there]).toBe(one.confidence[index]);
        });
        expect(other.clusters.centroids).toEqual(one.clusters.centroids);
      }),
      { numRuns: 8, seed: 2 },
    );
  });

  it('has no NaN but the documented absences', () => {
    fc.assert(
      fc.property(study, ([count, dataSeed, seed]) => {
        const result = segment(testRespondents(count, dataSeed), seed);
        expect([...result.clusters.centroids].every(Number.isFinite)).toBe(true);
        const { agree01, kappa, weightedKappa, adjustedRandIndex } = result.agreement;
        for (const figure of [agree01, kappa, weightedKappa, adjustedRandIndex, result.clusters.inertia]) {
          expect(figure === null || Number.isFinite(figure)).toBe(true);
        }
        result.confidence.forEach((confidence, index) => {
          expect(Number.isNaN(confidence)).toBe(result.archetype[index] === -1);
        });
        result.scores.forEach((score) =>
          expect(Number.isNaN(score) || (score >= 0 && score <= 100)).toBe(true),
        );
      }),
      { numRuns: 12, seed: 3 },
    );
  });
});
