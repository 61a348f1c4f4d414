import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { raoScott } from '../statistics/rao-scott.ts';
import { cellSums } from './cell-sums.ts';
import { cellTotals, cellTotalsFrom } from './cell-totals.ts';
import { createDesign } from './create-design.ts';
import type { DesignColumns } from './survey-design.ts';
import { estimateMean } from './estimate-mean.ts';
import { estimateProportions } from './estimate-proportions.ts';
import { estimateQuantiles } from './estimate-quantiles.ts';
import { estimateTotal } from './estimate-total.ts';
import { linearisedCovariance } from './linearised-covariance.ts';
import { mergeCellSums } from './merge-cell-sums.ts';
import { relativeError } from './test-designs.ts';
import { CELLS, makeSurvey, NONE, type Survey } from './test-surveys.ts';

const options = { confidence: 0.9 };
const survey = fc
  .record({
    seed: fc.integer(),
    used: fc.record({
      weights: fc.boolean(),
      strata: fc.boolean(),
      psu: fc.boolean(),
      fpc: fc.boolean(),
    }),
    lonelyPsu: fc.constantFrom('adjust' as const, 'remove' as const, 'average' as const),
  })
  .map(({ seed, used, lonelyPsu }) => makeSurvey(seed, used, lonelyPsu));

/** Every figure of a survey, as one list; null as NaN. */
function figures({ columns, y, cell, inDomain }: Survey): number[] {
  const design = createDesign(columns);
  const mean = estimateMean(design, y, { ...options, inDomain });
  const total = estimateTotal(design, y, { ...options, inDomain });
  const quantiles = estimateQuantiles(design, y, [0.25, 0.5], { ...options, inDomain });
  const shares = estimateProportions(design, cell, CELLS, { ...options, interval: 'logit' });
  const totals = cellTotals(design, cell, CELLS);
  const test = raoScott({
    rowCount: 2,
    columnCount: 3,
    n: totals.n,
    sumWeights: totals.sumWeights,
    covariance: totals.covariance(),
    designDegreesOfFreedom: totals.designDegreesOfFreedom,
  });
  const list: (number | null | undefined)[] = [
    mean.mean,
    mean.standardError,
    ...(mean.interval ?? []),
    mean.degreesOfFreedom,
    mean.designEffect,
    total.estimate,
    total.standardError,
    ...quantiles.flatMap(({ estimate, interval }) => [estimate, ...(interval ?? [])]),
    ...shares.categories.flatMap(({ proportion, standardError, interval, total: { estimate } }) => [
      proportion,
      standardError,
      ...(interval ?? []),
      estimate,
    ]),
    ...('reason' in test ? [] : [test.statistic, test.numeratorDegreesOfFreedom, test.pValue]),
  ];
  return list.map((value) => value ?? -1);
}

/** Figures agree to rounding: relative, or both next to nothing (a variance that is 0 in exact numbers). */
function expectSame(one: readonly number[], other: readonly number[], slack = 1e-7): void {
  expect(one).toHaveLength(other.length);
  one.forEach((value, place) => {
    const difference = Math.abs(value - other[place]!);
    expect(difference).toBeLessThanOrEqual(slack * Math.max(1e-3, Math.abs(value)));
  });
}

const mapColumns = (given: Survey, columns: Partial<DesignColumns>): Survey => ({
  ...given,
  columns: { ...given.columns, ...columns },
});

test('the order of rows changes nothing', () => {
  fc.assert(
    fc.property(survey, fc.integer(), (given, seed) => {
      const random = createRandom(seed);
      const keys = Array.from(given.y, () => random.next());
      const order = [...keys.keys()].sort((one, other) => keys[one]! - keys[other]!);
      const { weights, strata, psu, fpc } = given.columns;
      const lists = Object.entries({ weights, strata, psu, fpc }).filter(([, list]) => list !== undefined);
      const moved = Object.fromEntries(
        lists.map(([name, list]) => [name, list!.map((_, row) => list![order[row]!]!)]),
      );
      const shuffled = {
        ...mapColumns(given, moved),
        y: given.y.map((_, row) => given.y[order[row]!]!),
        cell: given.cell.map((_, row) => given.cell[order[row]!]!),
        inDomain: given.inDomain.map((_, row) => given.inDomain[order[row]!]!),
      };
      expectSame(figures(given), figures(shuffled));
    }),
  );
});

test('numbers of PSUs and strata are only names', () => {
  fc.assert(
    fc.property(survey, (given) => {
      const { strata, psu } = given.columns;
      const renamed = mapColumns(given, {
        ...(strata !== undefined && { strata: strata.map((stratum) => (stratum * 7 + 3) % 11) }),
        ...(psu !== undefined && { psu: psu.map((unit) => 90 - 2 * unit) }),
      });
      expectSame(figures(given), figures(renamed));
    }),
  );
});

test('weights in another unit leave means, shares and their errors alone, and scale totals', () => {
  fc.assert(
    fc.property(survey, fc.double({ min: 0.01, max: 100, noNaN: true }), (given, factor) => {
      const design = createDesign(given.columns);
      const scaled = createDesign({ ...given.columns, weights: design.weights.map((w) => w * factor) });
      const one = estimateMean(design, given.y, options);
      const other = estimateMean(scaled, given.y, options);
      expectSame(
        [one.mean!, one.standardError ?? -1, ...(one.interval ?? [])],
        [other.mean!, other.standardError ?? -1, ...(other.interval ?? [])],
      );
      const total = estimateTotal(design, given.y, options);
      const larger = estimateTotal(scaled, given.y, options);
      expectSame(
        [total.estimate * factor, (total.standardError ?? -1) * factor],
        [larger.estimate, larger.standardError ?? -factor],
      );
    }),
  );
});

test('parts of the data add up to one pass, whatever the parts', () => {
  fc.assert(
    fc.property(survey, fc.array(fc.nat(80), { maxLength: 3 }), (given, cuts) => {
      const design = createDesign(given.columns);
      const whole = cellTotals(design, given.cell, CELLS);
      const ends = [...cuts.filter((cut) => cut < design.size).sort((a, b) => a - b), design.size];
      const parts = ends.map((to, place) =>
        cellSums(design, given.cell, CELLS, { from: place === 0 ? 0 : ends[place - 1]!, to }),
      );
      const merged = cellTotalsFrom(design, parts.reduce(mergeCellSums));
      expect(merged.n).toEqual(whole.n);
      expectSame([...merged.sumWeights], [...whole.sumWeights], 1e-12);
      expectSame([...merged.covariance()], [...whole.covariance()], 1e-9);
      expect(merged.degreesOfFreedom).toBe(whole.degreesOfFreedom);
    }),
  );
});

test('few cells of very many are summed as few cells of few', () => {
  fc.assert(
    fc.property(survey, fc.uniqueArray(fc.nat(CELLS - 1), { minLength: 1 }), (given, picked) => {
      const design = createDesign(given.columns);
      const far = (cell: number) => cell * 20_000 + 7;
      const sparse = cellTotals(
        design,
        Uint32Array.from(given.cell, (cell) => (cell === NONE ? 0xffffffff : far(cell))),
        far(CELLS),
      );
      const dense = cellTotals(design, given.cell, CELLS);
      expect([...sparse.covariance(picked.map(far))]).toEqual([...dense.covariance(picked)]);
      for (const cell of picked) {
        expect(sparse.n[far(cell)]).toBe(dense.n[cell]);
        expectSame([sparse.sumWeights[far(cell)]!], [dense.sumWeights[cell]!], 1e-12);
        expectSame([sparse.sumSquaredWeights[far(cell)]!], [dense.sumSquaredWeights[cell]!], 1e-12);
      }
      expect([sparse.degreesOfFreedom, sparse.reason]).toEqual([dense.degreesOfFreedom, dense.reason]);
    }),
  );
});

test('cell totals and row-by-row linearising are two ways to one variance', () => {
  fc.assert(
    fc.property(
      survey,
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: CELLS, maxLength: CELLS }),
      (given, slopes) => {
        const design = createDesign(given.columns);
        const influence = design.weights.map((weight, row) => weight * (slopes[given.cell[row]!] ?? 0));
        const inDomain = Uint8Array.from(given.cell, (cell) => Number(cell !== NONE));
        const rows = linearisedCovariance(design, [influence], inDomain);
        const totals = cellTotals(design, given.cell, CELLS);
        const covariance = totals.covariance();
        const byMatrix = slopes.flatMap((a, i) => slopes.map((b, j) => a * b * covariance[i * CELLS + j]!));
        const expected = rows.covariance[0]!;
        expectSame([totals.variance(Float64Array.from(slopes))], [expected]);
        expectSame([byMatrix.reduce((sum, value) => sum + value)], [expected]);
        expect(rows.reason ?? null).toBe(totals.reason);
      },
    ),
  );
});

test('no error is negative or NaN, and intervals hold their estimate', () => {
  fc.assert(
    fc.property(
      survey,
      fc.constantFrom('logit' as const, 'wilson' as const, 'korn-graubard' as const),
      (given, interval) => {
        const design = createDesign(given.columns);
        const shares = estimateProportions(design, given.cell, CELLS, { ...options, interval }).categories;
        for (const one of [
          ...shares.map(({ proportion, ...rest }) => ({ estimate: proportion, ...rest })),
          ...shares.map(({ total }) => total),
          {
            ...estimateMean(design, given.y, options),
            estimate: estimateMean(design, given.y, options).mean,
          },
        ]) {
          expect(one.standardError ?? 0).toBeGreaterThanOrEqual(0);
          if (one.interval === null) expect(one.reason).toMatch(/\w/);
          else {
            expect(one.interval[0]).toBeLessThanOrEqual(one.estimate! + 1e-9);
            expect(one.interval[1]).toBeGreaterThanOrEqual(one.estimate! - 1e-9);
          }
        }
        const sum = shares.reduce((total, { proportion }) => total + (proportion ?? 0), 0);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
      },
    ),
  );
});

test('equal weights and no design: the formulas of a textbook', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 }),
      fc.double({ min: 0.1, max: 1000, noNaN: true }),
      (values, weight) => {
        const n = values.length;
        const weights = new Float64Array(n).fill(weight);
        const found = estimateMean(createDesign({ size: n, weights }), Float64Array.from(values), options);
        const mean = values.reduce((sum, value) => sum + value, 0) / n;
        const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
        const scale = Math.max(...values.map(Math.abs), 1e-9);
        expect(Math.abs(found.mean! - mean)).toBeLessThan(1e-9 * scale);
        expect(Math.abs(found.standardError! - Math.sqrt(variance / n))).toBeLessThan(1e-7 * scale);
        expect(found.base.effective).toBeCloseTo(n, 6);
        expect(found.degreesOfFreedom).toBe(n - 1);
      },
    ),
  );
});

test('a sample of everyone leaves nothing uncertain', () => {
  fc.assert(
    fc.property(survey, (given) => {
      const { size, strata, psu } = given.columns;
      const all = createDesign({
        size,
        ...(strata !== undefined && { strata }),
        ...(psu !== undefined && { psu }),
        fpc: new Float64Array(size).fill(1),
      });
      const found = estimateMean(all, given.y, options);
      expect([found.standardError, ...found.interval!]).toEqual([0, found.mean, found.mean]);
      expect(relativeError(all.weights, new Float64Array(size).fill(1))).toBe(0);
    }),
  );
});
