import { readFileSync } from 'node:fs';
import { mean } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { createDesign } from '../design/create-design.ts';
import type { DesignColumns } from '../design/survey-design.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { branchShares, clientTotal, REACHABLE } from './branch-shares.ts';
import { samplingBlocks } from './sampling-blocks.ts';
import { simulate } from './simulate.ts';
import { sizeMarket, type SizingInput } from './size-market.ts';
import type { SizedCount } from './sizing.ts';

interface Group {
  readonly branch: string;
  readonly segment: string;
  readonly stage: 'clients' | 'eligible' | 'reachable';
  readonly df: number;
  readonly count: number;
  readonly standardError: number;
  readonly interval: readonly (number | null)[];
}
interface Estimates {
  readonly groups: readonly Group[];
  readonly likely: { readonly count: number; readonly standardError: number };
  readonly likelyByBranch: {
    readonly count: readonly number[];
    readonly covariance: readonly (readonly number[])[];
  };
}
const REFERENCE = JSON.parse(readFileSync(new URL('../reference/sizing.json', import.meta.url), 'utf8')) as {
  readonly frame: { readonly branches: readonly string[]; readonly clients: readonly number[] };
  readonly segments: readonly string[];
  readonly means: readonly number[];
  readonly data: {
    readonly stratum: readonly number[];
    readonly psu: readonly number[];
    readonly fpc: readonly number[];
    readonly weight: readonly number[];
    readonly branch: readonly string[];
    readonly segment: readonly (string | null)[];
    readonly eligible: readonly (number | null)[];
    readonly reachable: readonly number[];
  };
  readonly designs: Readonly<Record<'full' | 'weights' | 'clustered', Estimates>>;
};
const { data, frame, segments } = REFERENCE;
const size = data.weight.length;
const weights = Float64Array.from(data.weight);
const strata = Uint32Array.from(data.stratum);
const psu = Uint32Array.from(data.psu);
const fpc = Float64Array.from(data.fpc);
const DESIGNS: Readonly<Record<keyof typeof REFERENCE.designs, DesignColumns>> = {
  full: { size, weights, strata, psu, fpc },
  weights: { size, weights },
  clustered: { size, weights, psu },
};
const place = (list: readonly string[], name: string | null): number =>
  name === null ? 0xffff : list.indexOf(name);

function inputOf(design: SurveyDesign, more: Partial<SizingInput> = {}): SizingInput {
  return {
    design,
    frame: { branches: frame.branches, clients: Float64Array.from(frame.clients) },
    branch: Uint16Array.from(data.branch, (name) => place(frame.branches, name)),
    segment: Uint16Array.from(data.segment, (name) => place(segments, name)),
    segments,
    exit: Uint8Array.from(data.eligible, (eligible, row) =>
      eligible === null ? 255 : eligible === 0 ? 0 : 1 + data.reachable[row]!,
    ),
    conditions: { eligible: true, reachable: true },
    assumptions: null,
    top: 2,
    draws: 200,
    seed: 1,
    confidence: 0.95,
    ...more,
  };
}

const fixed = (mean: number) => ({ mean, low: mean, high: mean });
const ADOPTION = {
  distribution: 'beta',
  segments: Object.fromEntries(segments.map((name, index) => [name, fixed(REFERENCE.means[index]!)])),
} as const;

const close = (actual: number | null, expected: number): void => {
  expect(actual).not.toBeNull();
  expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(expected)));
};

describe.each(['full', 'weights', 'clustered'] as const)(
  'sizeMarket, design "%s"',
  { timeout: 60_000 },
  (name) => {
    const design = createDesign(DESIGNS[name]);
    const golden = REFERENCE.designs[name];
    const sizing = sizeMarket(inputOf(design, { assumptions: ADOPTION }));
    const figures = ({ branch, segment, stage }: Group): SizedCount => {
      const groups =
        branch === 'all' ? sizing.overall : sizing.branches.find((one) => one.branch === branch)!.groups;
      return groups.find((one) => one.segment === (segment === 'all' ? null : segment))![stage];
    };

    it('has the totals, standard errors and intervals of R after postStratify', () => {
      let compared = 0;
      for (const group of golden.groups) {
        const own = figures(group);
        close(own.count, group.count);
        const [low, high] = group.interval;
        if (low === null || low === undefined) {
          expect(own.interval).toBeNull();
          expect(own.reason).toBeTypeOf('string');
          continue;
        }
        close(own.standardError, group.standardError);
        close(own.interval![0], low);
        close(own.interval![1], high!);
        compared += 4;
      }
      expect(compared).toBeGreaterThan(200);
    });

    it('has the sampling variance of likely clients, and their covariance between branches', () => {
      const likely = sizing.overall[0]!.likely;
      close(likely.count, golden.likely.count);
      close(likely.standardError, golden.likely.standardError);
      expect(likely.varianceShares).toEqual({ sampling: 1, assumptions: 0, interaction: 0 });
      const shares = branchShares(inputOf(design), Float64Array.from(frame.clients), segments.length);
      const likelyIn = (branches: readonly number[]) =>
        clientTotal(shares, branches, (segment, exit) =>
          exit === REACHABLE ? REFERENCE.means[segment]! : 0,
        );
      const { count, covariance } = golden.likelyByBranch;
      for (let one = 0; one < count.length; one += 1) {
        close(likelyIn([one]).total, count[one]!);
        for (let other = 0; other < one; other += 1) {
          const sum = likelyIn([one, other]).variance;
          const apart = likelyIn([one]).variance + likelyIn([other]).variance;
          const scale = Math.sqrt(covariance[one]![one]! * covariance[other]![other]!);
          expect(Math.abs((sum - apart) / 2 - covariance[one]![other]!)).toBeLessThan(1e-8 * scale);
        }
      }
    });

    it('draws with the means and standard errors of the estimates', () => {
      const shares = branchShares(inputOf(design), Float64Array.from(frame.clients), segments.length);
      const blocks = samplingBlocks(shares, new Uint8Array(5));
      const drawn = simulate({ shares, blocks, adoption: null, draws: 20_000, seed: 1 }, () => undefined);
      for (let segment = 0; segment <= segments.length; segment += 1) {
        const isAll = segment === segments.length;
        const { total, variance } = clientTotal(shares, [0, 1, 2, 3, 4], (own, exit) =>
          Number((isAll || own === segment) && exit === REACHABLE),
        );
        const values = drawn.at(segment, 2);
        const average = mean([...values]);
        const spread = Math.sqrt(mean(Array.from(values, (value) => (value - average) ** 2)));
        expect(Math.abs(average - total)).toBeLessThan(0.05 * Math.sqrt(variance));
        expect(Math.abs(spread / Math.sqrt(variance) - 1)).toBeLessThan(0.1);
      }
    });
  },
);

describe('samplingBlocks', { timeout: 60_000 }, () => {
  const clients = Float64Array.from(frame.clients);
  const blocksOf = (columns: DesignColumns) =>
    samplingBlocks(branchShares(inputOf(createDesign(columns)), clients, segments.length), new Uint8Array(5));

  it('draws branches apart where no PSU lies in two of them, and together where one does', () => {
    expect(blocksOf(DESIGNS.weights).map(({ branches }) => branches)).toEqual([[0], [1], [2], [3], [4]]);
    expect(blocksOf(DESIGNS.full).map(({ branches }) => branches)).toEqual([[0, 1, 2, 3, 4]]);
  });

  it('factors a covariance of lower rank than it has cells', () => {
    const [block] = blocksOf(DESIGNS.full);
    expect(block!.factor.rank).toBeLessThanOrEqual(24 - 4);
    expect(block!.factor.rank).toBeLessThan(block!.cells.length);
  });
});
