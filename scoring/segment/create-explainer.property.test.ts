import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARCHETYPES } from '../../contracts/archetype.ts';
import { compileClassifier } from '../rules/compile-classifier.ts';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { testRespondents } from '../test-respondents.ts';
import { createExplainer } from './create-explainer.ts';
import { createSegmenter } from './create-segmenter.ts';

const classify = compileClassifier(TEST_CODEBOOK);

describe('createExplainer', { timeout: 60_000 }, () => {
  it('says of each respondent in a file what the classifier says of her alone', () => {
    let changes = 0;
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 150 }), fc.nat(), (count, seed) => {
        const people = testRespondents(count, seed);
        const explainer = createExplainer(TEST_CODEBOOK, { changes: true });
        const segmenter = createSegmenter(TEST_CODEBOOK, { seed: 1, observe: explainer.observe });
        for (const person of people) segmenter.add(person);
        const segmentation = segmenter.finish();
        const all = [...explainer.explain(segmentation)];
        expect(all.map(({ index }) => index)).toEqual([...people.keys()]);
        for (const { index, ruleId, capId, binding, thresholds, change, posterior } of all) {
          const alone = classify(people[index]!.answers);
          expect(ruleId).toBe(alone.ruleId);
          expect(capId).toBe(alone.cap?.id ?? null);
          expect(binding?.conditions).toEqual(alone.next?.binding.map(({ id }) => id));
          expect(change).toEqual(alone.change);
          expect(thresholds[0]?.distance100).toBe(alone.nearest?.distance100);
          for (const { archetype, direction } of thresholds) {
            const step = ARCHETYPES.indexOf(archetype as never) - segmentation.ruleArchetype[index]!;
            expect(Math.sign(step)).toBe(direction === 'up' ? 1 : -1);
          }
          if (change !== null) changes += 1;
          const label = segmentation.cluster[index]!;
          if (label >= 0) expect(posterior[label]).toBe(Math.max(...posterior));
          else expect(posterior.every(Number.isNaN)).toBe(true);
        }
      }),
      { numRuns: 10, seed: 4 },
    );
    expect(changes).toBeGreaterThan(50);
  });
});
