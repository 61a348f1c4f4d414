import { describe, expect, it } from 'vitest';
import reference from '../reference/reference.json';
import { tabulate } from '../tabulate/tabulate.ts';
import { adjustedResidual } from './adjusted-residual.ts';
import { chiSquaredUpperTail } from './chi-squared-upper-tail.ts';
import { margins } from './margins.ts';
import { pearson } from './pearson.ts';

describe('pearson', () => {
  it.each(reference.cases)('matches chisq.test of R: $name', (given) => {
    const { rowCount, columnCount } = given;
    const { n } = tabulate({
      rows: Uint16Array.from(given.row),
      columns: Uint16Array.from(given.column),
      rowCount,
      columnCount,
    });
    const result = pearson(n, rowCount, columnCount)!;
    expect(result.statistic / given.chi - 1).toBeCloseTo(0, 10);
    expect(result.degreesOfFreedom).toBe(given.df);
    expect(chiSquaredUpperTail(result.statistic, given.df) / given.pChi - 1).toBeCloseTo(0, 8);
    const sums = margins(n, rowCount, columnCount);
    given.residuals.forEach((residual, cell) => {
      const row = Math.floor(cell / columnCount);
      const own = adjustedResidual(n[cell]!, sums.rows[row]!, sums.columns[cell % columnCount]!, sums.total);
      expect(own).toBeCloseTo(residual, 9);
    });
  });

  it('leaves empty rows and columns out, and is null where fewer than two are left', () => {
    const full = pearson(Float64Array.of(10, 5, 4, 9), 2, 2)!;
    expect(pearson(Float64Array.of(10, 0, 5, 0, 0, 0, 4, 0, 9), 3, 3)).toEqual(full);
    expect(pearson(Float64Array.of(10, 5, 0, 0), 2, 2)).toBeNull();
    expect(pearson(new Float64Array(4), 2, 2)).toBeNull();
  });

  it('has V of 1 for a perfect association, and residuals of null beside a full margin', () => {
    expect(pearson(Float64Array.of(7, 0, 0, 7), 2, 2)!.cramersV).toBe(1);
    expect(adjustedResidual(5, 5, 10, 10)).toBeNull();
    expect(adjustedResidual(0, 0, 5, 10)).toBeNull();
  });
});
