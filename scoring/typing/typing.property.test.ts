import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { bestCuts } from './best-cuts.ts';
import { buildTypingTool } from './build-typing-tool.ts';
import { atStake } from './scorecard.ts';
import { stratifiedFolds } from './stratified-folds.ts';
import type { TypingData } from './typing-data.ts';

/** Respondents on one line, and items that tell more or less of it; item 1 is asked only after item 0. */
function draw(seed: number, size: number): TypingData {
  const random = createRandom(seed);
  const place = Array.from({ length: size }, () => random.next());
  const target = Uint8Array.from(place, (at) => Math.min(2, Math.floor(at * 3)));
  const item = (noise: number, missing: number) =>
    Uint16Array.from(place, (at) => {
      if (random.next() < missing) return 65535;
      return Math.max(0, Math.min(3, Math.floor(4 * at + noise * (random.next() - 0.5))));
    });
  return {
    target,
    segmentCount: 3,
    weights: Float64Array.from(place, () => 0.5 + random.next()),
    items: [0.5, 1, 2, 4, 8, 20].map((noise, index) => ({
      name: `item${index}`,
      indices: item(noise, index === 3 ? 0.2 : 0.02),
      categoryCount: 4,
      ranks: [0, 1, 2, 3],
      gates: index === 1 ? [0] : [],
      candidate: true,
    })),
  };
}
const data = fc.record({ seed: fc.nat(1_000_000), size: fc.integer({ min: 90, max: 250 }) });
const tool = (from: TypingData) => buildTypingTool({ data: from, minimum: 2, maximum: 4, folds: 5, seed: 3 });
const runs = { numRuns: 15 };

describe('folds', () => {
  test('every respondent is in one, and they differ by at most one, overall and per segment', () => {
    fc.assert(
      fc.property(data, fc.integer({ min: 2, max: 10 }), ({ seed, size }, folds) => {
        const { target } = draw(seed, size);
        const fold = stratifiedFolds(target, folds, seed);
        const spread = (rows: number[]) => {
          const counts = new Uint32Array(folds);
          for (const row of rows) counts[fold[row]!]! += 1;
          return Math.max(...counts) - Math.min(...counts);
        };
        expect(fold.every((one) => one < folds)).toBe(true);
        expect(spread([...target.keys()])).toBeLessThanOrEqual(1);
        for (const segment of [0, 1, 2])
          expect(spread([...target.keys()].filter((row) => target[row] === segment))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('typing tool', () => {
  test('the order of respondents changes nothing, to the last bit', () => {
    fc.assert(
      fc.property(data, ({ seed, size }) => {
        const original = draw(seed, size);
        const random = createRandom(seed + 1);
        const order = [...original.target.keys()]
          .map((row) => [random.next(), row] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, row]) => row);
        const shuffled: TypingData = {
          ...original,
          target: Uint8Array.from(order, (row) => original.target[row]!),
          weights: Float64Array.from(order, (row) => original.weights[row]!),
          items: original.items.map((item) => ({
            ...item,
            indices: Uint16Array.from(order, (row) => item.indices[row]!),
          })),
        };
        expect(tool(shuffled)).toEqual(tool(original));
      }),
      runs,
    );
  });

  test('points never fall along a scale, cuts never fall, gates come first', () => {
    fc.assert(
      fc.property(data, ({ seed, size }) => {
        const { scorecard, byQuestions, chosen } = tool(draw(seed, size));
        for (const points of scorecard.points) expect(points).toEqual(points.toSorted((a, b) => a - b));
        expect(scorecard.from).toEqual(scorecard.from.toSorted((a, b) => a - b));
        expect(scorecard.largestTotal).toBe(scorecard.points.reduce((sum, own) => sum + atStake(own), 0));
        const gated = scorecard.items.indexOf(1);
        if (gated >= 0) expect(scorecard.items.indexOf(0)).toBeLessThan(gated);
        expect(scorecard.items.length).toBeLessThanOrEqual(chosen.questions);
        const total = draw(seed, size).weights.reduce((a, b) => a + b, 0);
        for (const { confusion } of byQuestions)
          expect(confusion.reduce((a, b) => a + b, 0)).toBeCloseTo(total, 8);
      }),
      runs,
    );
  });

  test('items that tell nothing are found out: accuracy is that of chance, not of the fit', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const random = createRandom(seed + 7);
        const original = draw(seed, 240);
        const noise: TypingData = {
          ...original,
          items: original.items.map((item) => ({
            ...item,
            indices: item.indices.map(() => Math.floor(random.next() * 4)),
          })),
        };
        const { chosen, baseline01 } = tool(noise);
        expect(chosen.accuracy01).toBeLessThan(baseline01 + 0.15);
      }),
      runs,
    );
  });
});

test('the best cuts are those of trying all of them', () => {
  const largest = 6;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), {
        minLength: 3 * (largest + 1),
        maxLength: 3 * (largest + 1),
      }),
      (cells) => {
        const weightAt = Float64Array.from(cells);
        const right = (from: readonly number[]): number =>
          weightAt.reduce((sum, weight, cell) => {
            const total = cell % (largest + 1);
            const segment = from.filter((start) => total >= start).length;
            return sum + (segment === Math.floor(cell / (largest + 1)) ? weight : 0);
          }, 0);
        let most = 0;
        for (let a = 0; a <= largest + 1; a += 1)
          for (let b = a; b <= largest + 1; b += 1) most = Math.max(most, right([a, b]));
        expect(right(bestCuts(weightAt, 3, largest))).toBe(most);
      },
    ),
  );
});
