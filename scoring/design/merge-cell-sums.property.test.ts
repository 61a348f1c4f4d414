import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { cellSums } from './cell-sums.ts';
import { cellTotals, cellTotalsFrom } from './cell-totals.ts';
import { createDesign } from './create-design.ts';
import { mergeCellSums } from './merge-cell-sums.ts';

/** A random design with any of weights, strata and PSUs, and a cell for most of its rows. */
const designs = fc
  .record({
    size: fc.integer({ min: 1, max: 250 }),
    cellCount: fc.integer({ min: 1, max: 7 }),
    psus: fc.integer({ min: 0, max: 40 }),
    strata: fc.integer({ min: 0, max: 4 }),
    seed: fc.integer(),
    // Many PSUs and cells at once take another way through the sums.
    manyGroups: fc.boolean(),
  })
  .map(({ size, psus, strata, seed, manyGroups, ...rest }) => {
    const cellCount = manyGroups ? 7 : rest.cellCount;
    const random = createRandom(seed);
    const units = psus === 0 ? 0 : manyGroups ? 9_500 : psus;
    const psu = Uint32Array.from({ length: size }, () => Math.floor(random.next() * units));
    const strataOf = (row: number) => (units === 0 ? Math.floor(random.next() * strata) : psu[row]! % strata);
    const design = createDesign({
      size,
      // Quarters, so that sums are exact in any order; the first row has a weight whatever comes.
      weights: Float64Array.from({ length: size }, (_, row) =>
        row === 0 ? 1 : Math.floor(random.next() * 8) / 4,
      ),
      ...(units > 0 && { psu }),
      ...(strata > 0 && { strata: Uint32Array.from({ length: size }, (_, row) => strataOf(row)) }),
    });
    const cell = Uint16Array.from({ length: size }, () =>
      random.next() < 0.1 ? 0xffff : Math.floor(random.next() * cellCount),
    );
    return { design, cell, cellCount };
  });

it('merges the sums of parts, however they are cut, into those of the whole', () => {
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });
  fc.assert(
    fc.property(designs, cuts, ({ design, cell, cellCount }, shares) => {
      const places = [0, ...shares.map((share) => Math.floor(share * design.size)), design.size].toSorted(
        (one, other) => one - other,
      );
      const parts = places
        .slice(1)
        .map((to, part) => cellSums(design, cell, cellCount, { from: places[part]!, to }));
      const merged = parts.reduce(mergeCellSums);
      expect(merged).toEqual(cellSums(design, cell, cellCount));
      const [whole, together] = [cellTotals(design, cell, cellCount), cellTotalsFrom(design, merged)];
      expect(together.covariance()).toEqual(whole.covariance());
      expect(together.degreesOfFreedom).toBe(whole.degreesOfFreedom);
    }),
    { numRuns: 60, seed: 21 },
  );
});

it('has a covariance that is symmetric, and agrees with the variance of every single cell', () => {
  fc.assert(
    fc.property(designs, ({ design, cell, cellCount }) => {
      const totals = cellTotals(design, cell, cellCount);
      const covariance = totals.covariance();
      for (let one = 0; one < cellCount; one += 1) {
        for (let other = 0; other < one; other += 1)
          expect(covariance[one * cellCount + other]).toBe(covariance[other * cellCount + one]);
        const gradient = new Float64Array(cellCount);
        gradient[one] = 1;
        const variance = totals.variance(gradient);
        const scale = 1 + totals.sumWeights[one]! ** 2;
        expect(Math.abs(covariance[one * cellCount + one]! - variance) / scale).toBeLessThan(1e-10);
      }
    }),
    { numRuns: 200, seed: 22 },
  );
});
