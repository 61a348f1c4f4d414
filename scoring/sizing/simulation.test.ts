import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDesign } from '../design/create-design.ts';
import { createRandom } from '../random/create-random.ts';
import { normalQuantile } from '../statistics/normal-quantile.ts';
import { adoptionLaw } from './adoption-law.ts';
import { rankDraws } from './rank-draws.ts';
import { sizeMarket, type SizingInput } from './size-market.ts';
import type { AdoptionRange } from './adoption.ts';

interface Figures {
  readonly quantiles: readonly number[];
  readonly sd: number;
}
interface Law {
  readonly quantiles: readonly number[];
  readonly variance: number;
}
const REFERENCE = JSON.parse(
  readFileSync(new URL('../reference/sizing-simulation.json', import.meta.url), 'utf8'),
) as {
  readonly probabilities: readonly number[];
  readonly laws: readonly (AdoptionRange & { readonly beta: Law; readonly triangular?: Law })[];
  readonly counts: readonly (readonly (readonly number[])[])[];
  readonly clients: readonly number[];
  readonly adoption: readonly (readonly [number, number, number])[];
  readonly simulated: {
    readonly reachable: Figures;
    readonly likely: Figures;
    readonly eligible: Figures;
    readonly likelyBySegment: readonly Figures[];
    readonly likelyByBranch: readonly Figures[];
    readonly firstBranchAhead: number;
  };
  readonly binary: {
    readonly n: number;
    readonly k: number;
    readonly clients: number;
    readonly quantiles: readonly number[];
  };
  readonly normals: {
    readonly mean: readonly number[];
    readonly sd: readonly number[];
    readonly top: Readonly<Record<string, readonly number[]>>;
  };
};
const DRAWS = 50_000;
const CONFIDENCE = 0.95;

/** One row per interview of a table branch × segment × exit, without weights. */
function inputOf(counts: typeof REFERENCE.counts, clients: readonly number[]): SizingInput {
  const rows = counts.flatMap((segments, branch) =>
    segments.flatMap((exits, segment) =>
      exits.flatMap((count, exit) => Array.from({ length: count }, () => ({ branch, segment, exit }))),
    ),
  );
  return {
    design: createDesign({ size: rows.length }),
    frame: { branches: counts.map((_, index) => `b${index}`), clients: Float64Array.from(clients) },
    branch: Uint16Array.from(rows, ({ branch }) => branch),
    segment: Uint16Array.from(rows, ({ segment }) => segment),
    segments: counts[0]!.map((_, index) => `s${index}`),
    exit: Uint8Array.from(rows, ({ exit }) => exit),
    conditions: { eligible: true, reachable: true },
    assumptions: null,
    top: 1,
    draws: DRAWS,
    seed: 7,
    confidence: CONFIDENCE,
  };
}

/** Both sides simulate: quantiles may differ by a few Monte Carlo errors, about 1.3 to 2.7 sd/√draws each. */
function expectAlike(actual: readonly number[] | null, { quantiles, sd }: Figures): void {
  quantiles.forEach((expected, place) => {
    expect(Math.abs(actual![place]! - expected)).toBeLessThan((12 * sd) / Math.sqrt(DRAWS));
  });
}

describe('sizeMarket, simulated', { timeout: 60_000 }, () => {
  const segments = Object.fromEntries(
    REFERENCE.adoption.map(([mean, low, high], index) => [`s${index}`, { mean, low, high }]),
  );
  const sizing = sizeMarket({
    ...inputOf(REFERENCE.counts, REFERENCE.clients),
    assumptions: { distribution: 'beta', segments },
  });
  const { simulated } = REFERENCE;

  it('has the quantiles of the same simulation written in numpy', () => {
    const [all, ...bySegment] = sizing.overall;
    expect(sizing.simulation.probabilities).toEqual(REFERENCE.probabilities);
    expectAlike(all!.eligible.quantiles, simulated.eligible);
    expectAlike(all!.reachable.quantiles, simulated.reachable);
    expectAlike(all!.likely.quantiles, simulated.likely);
    bySegment.forEach((group, index) =>
      expectAlike(group.likely.quantiles, simulated.likelyBySegment[index]!),
    );
    sizing.branches.forEach(({ groups }, index) =>
      expectAlike(groups[0]!.likely.quantiles, simulated.likelyByBranch[index]!),
    );
  });

  it('has its standard error of likely clients, sampling and assumptions together', () => {
    const { likely } = sizing.overall[0]!;
    expect(Math.abs(likely.standardError! / simulated.likely.sd - 1)).toBeLessThan(0.02);
    const { sampling, assumptions, interaction } = likely.varianceShares!;
    expect(sampling + assumptions + interaction).toBeCloseTo(1, 12);
    expect(sampling).toBeGreaterThan(0.05);
    expect(assumptions).toBeGreaterThan(0.05);
  });

  it('has its probability that one branch is ahead of the other', () => {
    const first = sizing.ranking.branches.find(({ branch }) => branch === 'b0')!;
    expect(first.monteCarloError).toBeCloseTo(
      Math.sqrt((first.probabilityTop! * (1 - first.probabilityTop!)) / DRAWS),
      12,
    );
    expect(Math.abs(first.probabilityTop! - simulated.firstBranchAhead)).toBeLessThan(0.005);
  });

  it('has the closed form where there is one: two segments, one branch', () => {
    const { n, k, clients, quantiles } = REFERENCE.binary;
    const { overall } = sizeMarket({
      ...inputOf(
        [
          [
            [0, 0, k],
            [0, 0, n - k],
          ],
        ],
        [clients],
      ),
      conditions: { eligible: false, reachable: false },
    });
    const sd = clients * Math.sqrt(((k / n) * (1 - k / n)) / n);
    expectAlike(overall[1]!.clients.quantiles, { quantiles, sd });
  });

  it('is the adoption alone where the sample has no say: everybody is reachable', () => {
    const [range] = REFERENCE.laws;
    const { overall } = sizeMarket({
      ...inputOf(
        [
          [
            [0, 0, 12],
            [0, 0, 30],
          ],
        ],
        [1000],
      ),
      conditions: { eligible: false, reachable: false },
      assumptions: {
        distribution: 'beta',
        overall: { mean: range!.mean, low: range!.low, high: range!.high },
      },
    });
    const sd = 1000 * Math.sqrt(range!.beta.variance);
    expectAlike(overall[0]!.likely.quantiles, {
      quantiles: range!.beta.quantiles.map((one) => 1000 * one),
      sd,
    });
    expect(overall[0]!.likely.standardError).toBeCloseTo(sd, 8);
    expect(overall[0]!.likely.varianceShares!.assumptions).toBeCloseTo(1, 12);
  });
});

describe('adoptionLaw', { timeout: 60_000 }, () => {
  it.each(REFERENCE.laws)('has the quantiles and variance of scipy: mean $mean, $low to $high', (law) => {
    for (const distribution of ['beta', 'triangular'] as const) {
      const golden = law[distribution];
      if (golden === undefined) {
        expect(() => adoptionLaw(law, 'x', distribution)).toThrow('a range of probabilities around its mean');
        continue;
      }
      const own = adoptionLaw(law, 'x', distribution);
      expect(Math.abs(own.variance / golden.variance - 1)).toBeLessThan(1e-8);
      golden.quantiles.forEach((expected, place) => {
        expect(Math.abs(own.quantile(REFERENCE.probabilities[place]!) / expected - 1)).toBeLessThan(1e-8);
      });
    }
  });
});

describe('rankDraws', { timeout: 60_000 }, () => {
  it('has the probabilities of numerical integration for independent normals', () => {
    const { mean, sd, top } = REFERENCE.normals;
    const random = createRandom(3);
    const values = mean.map((middle, index) =>
      Float64Array.from(
        { length: DRAWS },
        () => middle + sd[index]! * normalQuantile(random.next() + 2 ** -54),
      ),
    );
    for (const k of [1, 2, 3]) {
      const { probabilityTop } = rankDraws(values, k, []);
      top[k]!.forEach((expected, index) => {
        expect(Math.abs(probabilityTop[index]! - expected)).toBeLessThan(4 * Math.sqrt(0.25 / DRAWS));
      });
    }
  });

  it('is exact on draws that can be counted by hand, ties shared', () => {
    // Three branches, four draws: 5 4 3 | 5 5 3 | 2 2 2 | 1 4 4.
    const values = [Float64Array.of(5, 5, 2, 1), Float64Array.of(4, 5, 2, 4), Float64Array.of(3, 3, 2, 4)];
    const one = rankDraws(values, 1, [0]);
    expect([...one.probabilityTop]).toEqual([
      (1 + 1 / 2 + 1 / 3) / 4,
      (1 / 2 + 1 / 3 + 1 / 2) / 4,
      (1 / 3 + 1 / 2) / 4,
    ]);
    expect(one.probabilityAll).toBeCloseTo((1 + 1 / 2 + 1 / 3) / 4, 15);
    const two = rankDraws(values, 2, [0, 1]);
    expect([...two.probabilityTop]).toEqual([(1 + 1 + 2 / 3) / 4, (1 + 1 + 2 / 3 + 1) / 4, (2 / 3 + 1) / 4]);
    expect(two.probabilityAll).toBeCloseTo((1 + 1 + 1 / 3) / 4, 15);
    expect([...two.expectedRank]).toEqual([
      (1 + 1.5 + 2 + 3) / 4,
      (2 + 1.5 + 2 + 1.5) / 4,
      (3 + 3 + 2 + 1.5) / 4,
    ]);
  });
});
