import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDesign } from '../design/create-design.ts';
import { createRandom } from '../random/create-random.ts';
import { adoptionLaw } from './adoption-law.ts';
import { factorCovariance } from './factor-covariance.ts';
import { rankDraws } from './rank-draws.ts';
import { sizeMarket, type SizingInput } from './size-market.ts';
import { STAGES } from './sizing.ts';

const SEGMENTS = ['low', 'middle', 'high'];

/** A random survey: branches of any size (one may have no interviews), PSUs that may cross branches, gaps. */
function survey(seed: number): SizingInput {
  const random = createRandom(seed);
  const upTo = (count: number) => Math.floor(random.next() * count);
  const branches = 2 + upTo(5);
  const size = 20 + upTo(150);
  const hasPsus = random.next() < 0.6;
  const gap = (value: number, none: number) => (random.next() < 0.05 ? none : value);
  const psu = Uint32Array.from({ length: size }, () => upTo(12));
  return {
    design: createDesign({
      size,
      weights: Float64Array.from({ length: size }, () =>
        random.next() < 0.05 ? 0 : 0.5 + 4 * random.next(),
      ),
      ...(hasPsus && { psu, strata: psu.map((unit) => unit % 3) }),
    }),
    frame: {
      branches: Array.from({ length: branches + 1 }, (_, index) => `b${index}`),
      clients: Float64Array.from({ length: branches + 1 }, () => 1 + upTo(9000)),
    },
    branch: Uint16Array.from({ length: size }, () => gap(upTo(branches), 0xffff)),
    segment: Uint16Array.from({ length: size }, () => gap(upTo(3), 0xffff)),
    segments: SEGMENTS,
    exit: Uint8Array.from({ length: size }, () => gap(upTo(3), 255)),
    conditions: { eligible: true, reachable: true },
    assumptions: { distribution: 'beta', overall: { mean: 0.3, low: 0.1, high: 0.6 } },
    top: 1 + upTo(2),
    draws: 300,
    seed,
    confidence: 0.9,
  };
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('sizeMarket', { timeout: 60_000 }, () => {
  it('adds up: segments to all, branches to the institution, and all to the frame', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const input = survey(seed);
        const { overall, branches, frame } = sizeMarket(input);
        expect(frame.clients).toBe(sum([...input.frame.clients]));
        expect(frame.covered + sum(frame.withoutInterviews.map(({ clients }) => clients))).toBe(
          frame.clients,
        );
        for (const stage of STAGES) {
          const [all, ...parts] = overall.map((group) => group[stage].count!);
          expect(Math.abs(sum(parts) - all!)).toBeLessThan(1e-9 * frame.clients);
          const inBranches = branches.map(({ groups }) => groups[0]?.[stage].count ?? 0);
          expect(Math.abs(sum(inBranches) - all!)).toBeLessThan(1e-9 * frame.clients);
        }
        expect(overall[0]!.clients.count).toBe(frame.covered);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it('narrows from stage to stage, within intervals that hold the estimate, and has no NaN', () => {
    let intervals = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const sizing = sizeMarket(survey(seed));
        for (const group of [...sizing.overall, ...sizing.branches.flatMap(({ groups }) => groups)]) {
          const counts = STAGES.map((stage) => group[stage].count!);
          for (let stage = 1; stage < 4; stage += 1)
            expect(counts[stage]!).toBeLessThanOrEqual(counts[stage - 1]! + 1e-9);
          for (const stage of ['clients', 'eligible', 'reachable'] as const) {
            const { interval, count, standardError, reason } = group[stage];
            if (interval === null || standardError === null) expect(reason).toBeTypeOf('string');
            if (interval === null) continue;
            intervals += 1;
            expect(interval[0]).toBeLessThanOrEqual(count! + 1e-9);
            expect(interval[1]).toBeGreaterThanOrEqual(count! - 1e-9);
          }
        }
        JSON.stringify(sizing, (_, value: unknown) => {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          return value;
        });
      }),
      { numRuns: 40, seed: 2 },
    );
    expect(intervals).toBeGreaterThan(500);
  });

  it('gives the same bytes for the same seed, and other draws for another', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const one = JSON.stringify(sizeMarket(survey(seed)));
        expect(JSON.stringify(sizeMarket(survey(seed)))).toBe(one);
        expect(JSON.stringify(sizeMarket({ ...survey(seed), seed: seed + 1 }))).not.toBe(one);
      }),
      { numRuns: 10, seed: 3 },
    );
  });

  it('gives probabilities of the top that sum to it', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { ranking } = sizeMarket(survey(seed));
        if (ranking.probabilityAllTop === null) {
          expect(ranking.reason).toBeTypeOf('string');
          return;
        }
        compared += 1;
        expect(sum(ranking.branches.map(({ probabilityTop }) => probabilityTop!))).toBeCloseTo(
          ranking.top,
          9,
        );
        const ranks = sum(ranking.branches.map(({ expectedRank }) => expectedRank!));
        expect(ranks).toBeCloseTo((ranking.branches.length * (ranking.branches.length + 1)) / 2, 9);
      }),
      { numRuns: 30, seed: 4 },
    );
    expect(compared).toBeGreaterThan(15);
  });

  it('never gets surer when an assumption gets wider about the same mean', () => {
    const stretches = fc.double({ min: 1, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.nat(),
        stretches,
        fc.constantFrom('beta' as const, 'triangular' as const),
        (seed, by, distribution) => {
          const likely = (factor: number) => {
            const overall = { mean: 0.3, low: 0.3 - 0.1 * factor, high: 0.3 + 0.15 * factor };
            return sizeMarket({ ...survey(seed), assumptions: { distribution, overall } }).overall[0]!.likely;
          };
          const [narrow, wide] = [likely(1), likely(by)];
          if (narrow.standardError === null) return;
          expect(wide.count).toBeCloseTo(narrow.count!, 9);
          expect(wide.standardError!).toBeGreaterThanOrEqual(narrow.standardError * (1 - 1e-12));
          expect(wide.varianceShares!.assumptions).toBeGreaterThanOrEqual(
            narrow.varianceShares!.assumptions - 1e-12,
          );
        },
      ),
      { numRuns: 30, seed: 5 },
    );
  });
});

describe('adoptionLaw', { timeout: 60_000 }, () => {
  it('stretches exactly with its range: every quantile moves away from the mean by the same factor', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.25, max: 0.75, noNaN: true }),
        fc.double({ min: 0.02, max: 0.1, noNaN: true }),
        fc.double({ min: 0.6, max: 1.6, noNaN: true }),
        fc.double({ min: 1, max: 1.5, noNaN: true }),
        fc.constantFrom('beta' as const, 'triangular' as const),
        (mean, below, skew, by, distribution) => {
          const law = (factor: number) =>
            adoptionLaw(
              { mean, low: mean - below * factor, high: mean + below * skew * factor },
              'x',
              distribution,
            );
          for (const p of [0.01, 0.3, 0.5, 0.8, 0.99])
            expect(law(by).quantile(p) - mean).toBeCloseTo(by * (law(1).quantile(p) - mean), 10);
        },
      ),
      { seed: 6 },
    );
  });
});

describe('rankDraws', { timeout: 60_000 }, () => {
  it('sums to the top, whatever ties there are, and gives more to who is always ahead', () => {
    const table = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }), {
      minLength: 2,
      maxLength: 7,
    });
    fc.assert(
      fc.property(table, fc.nat(), (rows, pick) => {
        const top = 1 + (pick % rows.length);
        const values = rows.map((row) => Float64Array.from(row));
        const { probabilityTop } = rankDraws(values, top, []);
        expect(sum([...probabilityTop])).toBeCloseTo(top, 12);
        const raised = [...values.slice(0, -1), values.at(-1)!.map((value) => value + 1)];
        expect(rankDraws(raised, top, []).probabilityTop.at(-1)!).toBeGreaterThanOrEqual(
          probabilityTop.at(-1)! - 1e-12,
        );
      }),
      { seed: 7 },
    );
  });
});

describe('factorCovariance', { timeout: 60_000 }, () => {
  it('multiplies back to the covariance, of full rank or not', () => {
    const matrix = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.nat());
    fc.assert(
      fc.property(matrix, ([size, rank, seed]) => {
        const random = createRandom(seed);
        const root = Float64Array.from({ length: size * rank }, () => random.next() - 0.5);
        const product = (values: Float64Array, width: number, i: number, j: number) =>
          sum(Array.from({ length: width }, (_, k) => values[i * width + k]! * values[j * width + k]!));
        const covariance = Float64Array.from({ length: size * size }, (_, at) =>
          product(root, rank, Math.floor(at / size), at % size),
        );
        const factor = factorCovariance(covariance, size);
        expect(factor.rank).toBeLessThanOrEqual(Math.min(size, rank));
        covariance.forEach((expected, at) => {
          expect(product(factor.values, factor.rank, Math.floor(at / size), at % size)).toBeCloseTo(
            expected,
            8,
          );
        });
      }),
      { seed: 8 },
    );
  });
});
