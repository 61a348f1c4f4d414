import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARCHETYPES } from '../../contracts/archetype.ts';
import { moveThreshold } from '../rules/move-threshold.ts';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { testRespondents } from '../test-respondents.ts';
import { createExplainer } from './create-explainer.ts';
import { createSegmenter } from './create-segmenter.ts';

const study = fc.tuple(fc.integer({ min: 30, max: 200 }), fc.nat());

function segment(count: number, seed: number, codebook = TEST_CODEBOOK) {
  const explainer = createExplainer(codebook, { changes: false });
  const segmenter = createSegmenter(codebook, { seed: 1, observe: explainer.observe });
  for (const person of testRespondents(count, seed)) segmenter.add(person);
  return { segmentation: segmenter.finish(), explainer };
}

const rankOf = (name: string): number => (ARCHETYPES as readonly string[]).indexOf(name);

describe('sensitivityTable', () => {
  it('counts who changes as scoring everyone again with the moved model does', { timeout: 60_000 }, () => {
    let changed = 0;
    fc.assert(
      fc.property(study, ([count, seed]) => {
        const { segmentation, explainer } = segment(count, seed);
        for (const row of explainer.sensitivity(segmentation).rows) {
          const model = moveThreshold(TEST_CODEBOOK.model, row.score, row.threshold, row.movedTo);
          const again = segment(count, seed, { ...TEST_CODEBOOK, model }).segmentation;
          const differ = (one: Int8Array, other: Int8Array) =>
            one.reduce((sum, rank, index) => sum + Number(rank !== other[index]), 0);
          expect(row.rules.changed).toBe(differ(segmentation.ruleArchetype, again.ruleArchetype));
          const namedAlike =
            String(again.clusters.archetypeOfCluster) === String(segmentation.clusters.archetypeOfCluster);
          if (!namedAlike) continue;
          expect(row.combined.changed).toBe(differ(segmentation.archetype, again.archetype));
          changed += row.combined.changed;
        }
      }),
      { numRuns: 6, seed: 5 },
    );
    expect(changed).toBeGreaterThan(20);
  });

  it('never raises anyone by the rules when a threshold moves up, nor lowers anyone when it moves down', () => {
    fc.assert(
      fc.property(study, ([count, seed]) => {
        const { segmentation, explainer } = segment(count, seed);
        for (const { movedBy, rules } of explainer.sensitivity(segmentation).rows)
          for (const { from, to } of rules.moves) {
            if (rankOf(from) < 0 || rankOf(to) < 0) continue;
            expect(Math.sign(rankOf(to) - rankOf(from))).toBe(-Math.sign(movedBy));
          }
      }),
      { numRuns: 20, seed: 6 },
    );
  });

  it('adds up: moves to the changed, shares to their counts, and all of the sample is the base', () => {
    fc.assert(
      fc.property(study, fc.nat(), ([count, seed], pick) => {
        const { segmentation, explainer } = segment(count, seed);
        const excluded = new Uint8Array(count);
        excluded[pick % count] = 1;
        const { base, rows } = explainer.sensitivity(segmentation, excluded);
        expect(base.unweighted).toBe(count - 1);
        for (const { combined } of rows) {
          expect(combined.moves.reduce((sum, move) => sum + move.count, 0)).toBe(combined.changed);
          expect(combined.moves.reduce((sum, move) => sum + move.weight, 0)).toBeCloseTo(
            combined.changedWeight,
            9,
          );
          expect(combined.share! * base.unweighted).toBeCloseTo(combined.changed, 9);
          expect(combined.weightedShare! * base.weighted).toBeCloseTo(combined.changedWeight, 9);
        }
      }),
      { numRuns: 20, seed: 8 },
    );
  });
});
