import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { answerPatterns, type AnswerPatterns } from './answer-patterns.ts';
import { bestAssignment } from './best-assignment.ts';
import { classPosteriors } from './class-posteriors.ts';
import { createEmStep } from './em-step.ts';
import { createNormalise } from './create-normalise.ts';
import { fitClasses } from './fit-classes.ts';
import { groupItems } from './group-items.ts';
import { randomStart } from './random-start.ts';
import { runEm } from './run-em.ts';

const MISSING = 65535;
const COUNTS = [2, 3, 4, 2, 3];

interface Sample {
  readonly rows: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

/** Answers of two kinds of people, some missing, with whole weights. */
const sample: fc.Arbitrary<Sample> = fc
  .record({ seed: fc.nat(1_000_000), size: fc.integer({ min: 60, max: 300 }) })
  .map(({ seed, size }) => {
    const random = createRandom(seed);
    const rows = Array.from({ length: size }, () => {
      const high = random.next() < 0.4;
      return COUNTS.map((count) => {
        if (random.next() < 0.1) return MISSING;
        const code = Math.floor(count * random.next() ** (high ? 0.3 : 3));
        return Math.min(count - 1, code);
      });
    });
    return { rows, weights: rows.map(() => 1 + Math.floor(random.next() * 3)) };
  })
  .filter(({ rows }) => COUNTS.every((_, item) => new Set(rows.map((row) => row[item])).size > 2));

const patternsOf = ({ rows, weights }: Sample, items = [0, 1, 2, 3, 4]): AnswerPatterns =>
  answerPatterns({
    items: items.map((item) => Uint16Array.from(rows, (row) => row[item]!)),
    categoryCounts: items.map((item) => COUNTS[item]!),
    weights: Float64Array.from(weights),
  });
const fit = (patterns: AnswerPatterns, k: number, restarts = 8) =>
  fitClasses({ patterns, k, restarts, seed: 1 });
const runs = { numRuns: 25 };

describe('latent classes', () => {
  test('the log-likelihood never falls, with and without acceleration', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 6 }), fc.nat(1000), (data, k, seed) => {
        const patterns = patternsOf(data);
        const grouped = groupItems(patterns, k);
        const step = createEmStep(patterns, grouped);
        const normalise = createNormalise(grouped);
        const start = randomStart(grouped, k, createRandom(seed), normalise);
        const { trace } = runEm(step, normalise, start, { gain: 1e-9, gainShare: 0, change: 1e-6, mostSteps: 500 }); // prettier-ignore
        let from = start.slice();
        let to = start.slice();
        const plain = Array.from({ length: 30 }, () => {
          const value = step(from, to);
          [from, to] = [to, from];
          return value;
        });
        for (const values of [trace, plain])
          values.forEach((value, place) => {
            if (place > 0) expect(value).toBeGreaterThan(values[place - 1]! - 1e-9 * Math.abs(value));
          });
      }),
      runs,
    );
  });

  test('posteriors, sizes and probabilities add up to 1, and weights to the sizes', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 5 }), (data, k) => {
        const patterns = patternsOf(data);
        const found = fit(patterns, k, 2);
        const posteriors = classPosteriors(patterns, found);
        for (let pattern = 0; pattern < patterns.count; pattern += 1)
          expect(posteriors.subarray(pattern * k, (pattern + 1) * k).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12); // prettier-ignore
        expect(found.sizes.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        for (const shares of found.probabilities.flat())
          expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        const total = patterns.weights.reduce((a, b) => a + b, 0);
        expect(patterns.totalWeight).toBe(total);
      }),
      runs,
    );
  });

  test('the order of respondents changes nothing, to the last bit', () => {
    fc.assert(
      fc.property(sample, fc.nat(1000), (data, seed) => {
        const random = createRandom(seed);
        const order = [...data.rows.keys()]
          .map((row) => [random.next(), row] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, row]) => row);
        const shuffled = {
          rows: order.map((row) => data.rows[row]!),
          weights: order.map((row) => data.weights[row]!),
        };
        expect(fit(patternsOf(shuffled), 2, 2)).toEqual(fit(patternsOf(data), 2, 2));
      }),
      runs,
    );
  });

  // Starts are drawn anew for another order of items, so this holds where the restarts find the same optimum.
  test('the order of items changes the order of the result only', () => {
    fc.assert(
      fc.property(sample, (data) => {
        const plain = fit(patternsOf(data), 2, 20);
        const other = fit(patternsOf(data, [3, 1, 4, 0, 2]), 2, 20);
        expect(other.logLikelihood).toBeCloseTo(plain.logLikelihood, 3);
      }),
      runs,
    );
  });

  test('a weight of 2 is the respondent twice', () => {
    fc.assert(
      fc.property(sample, (data) => {
        const rows = data.rows.flatMap((row, place) =>
          Array<readonly number[]>(data.weights[place]!).fill(row),
        );
        const repeated = fit(patternsOf({ rows, weights: rows.map(() => 1) }), 2, 3);
        const weighted = fit(patternsOf(data), 2, 3);
        expect(repeated.logLikelihood).toBeCloseTo(weighted.logLikelihood, 8);
        expect(repeated.bic).toBeCloseTo(weighted.bic, 8);
        repeated.sizes.forEach((share, label) => expect(share).toBeCloseTo(weighted.sizes[label]!, 8));
      }),
      runs,
    );
  });

  test('another class never lowers the best log-likelihood', () => {
    fc.assert(
      fc.property(sample, (data) => {
        const patterns = patternsOf(data);
        const best = [1, 2, 3].map((k) => fit(patterns, k, 15).logLikelihood);
        expect(best[1]!).toBeGreaterThanOrEqual(best[0]! - 1e-6);
        expect(best[2]!).toBeGreaterThanOrEqual(best[1]! - 1e-2);
      }),
      { numRuns: 10 },
    );
  });
});

test('the best assignment is that of trying all of them', () => {
  const all = (columns: readonly number[], rows: number): number[][] =>
    rows === 0
      ? [[]]
      : [...columns, -1].flatMap(
          (column) =>
          all(column < 0 ? columns : columns.filter((one) => one !== column), rows - 1).map((rest) => [column, ...rest]), // prettier-ignore
        );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 16, maxLength: 16 }),
      (rows, columns, cells) => {
        const table = Float64Array.from(cells.slice(0, rows * columns));
        const worth = (columnOf: readonly number[]): number =>
          columnOf.reduce((sum, column, row) => sum + (column < 0 ? 0 : table[row * columns + column]!), 0);
        const found = [...bestAssignment(table, rows, columns)];
        const used = found.filter((column) => column >= 0);
        expect(new Set(used).size).toBe(used.length);
        const names = Array.from({ length: columns }, (_, column) => column);
        expect(worth(found)).toBe(Math.max(...all(names, rows).map(worth)));
      },
    ),
  );
});
