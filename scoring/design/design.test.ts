import { describe, expect, test } from 'vitest';
import { raoScott } from '../statistics/rao-scott.ts';
import { cellTotals } from './cell-totals.ts';
import { domainDegreesOfFreedom } from './domain-degrees-of-freedom.ts';
import { linearisedCovariance } from './linearised-covariance.ts';
import { referenceCases, relativeError, type ReferenceCase } from './test-designs.ts';

const NO_CELL = 65535;

/** The cell of each respondent; none where she gave no answer or is outside the domain. */
const cellsOf = (given: ReferenceCase, isCrossed: boolean): Uint16Array =>
  Uint16Array.from(given.inDomain, (isIn, row) => {
    const [a, b] = [given.a[row] ?? null, given.b[row] ?? null];
    if (isIn === 0 || a === null) return NO_CELL;
    if (!isCrossed) return a;
    return b === null ? NO_CELL : a * 2 + b;
  });

const expectClose = (found: ArrayLike<number>, expected: ArrayLike<number>) =>
  expect(relativeError(found, expected)).toBeLessThan(1e-8);

describe.each(referenceCases())('as R: $name', (given) => {
  const { design, expected } = given;
  const cell = cellsOf(given, false);

  test('totals of cells, their covariance and degrees of freedom', () => {
    const totals = cellTotals(design, cell, 3);
    expectClose(totals.sumWeights, expected.a.total);
    expectClose(totals.covariance(), expected.a.totalCovariance);
    expect(totals.degreesOfFreedom).toBe(expected.a.df);
    expect(totals.n.reduce((sum, value) => sum + value)).toBe(expected.a.n);
    expectClose(
      totals.covariance([2, 0]),
      [8, 6, 2, 0].map((at) => expected.a.totalCovariance[at]!),
    );
  });

  test('the variance of a share follows from its gradient', () => {
    const totals = cellTotals(design, cell, 3);
    const sum = totals.sumWeights.reduce((total, value) => total + value);
    expected.a.share.forEach((share, own) => {
      const gradient = Float64Array.from([0, 1, 2], (other) => (Number(other === own) - share) / sum);
      expectClose([Math.sqrt(totals.variance(gradient))], [expected.a.se[own]!]);
    });
  });

  test('the same by linearising row by row', () => {
    const influences = [0, 1, 2].map((own) =>
      design.weights.map((weight, row) => (cell[row] === own ? weight : 0)),
    );
    const answered = Uint8Array.from(cell, (place) => Number(place !== NO_CELL));
    expectClose(linearisedCovariance(design, influences, answered).covariance, expected.a.totalCovariance);
    expect(domainDegreesOfFreedom(design, answered)).toBe(expected.a.df);
    expect(domainDegreesOfFreedom(design, given.inDomain)).toBe(expected.degreesOfFreedom);
  });

  test('Rao–Scott, with missing values on either side', () => {
    const totals = cellTotals(design, cellsOf(given, true), 6);
    const result = raoScott({
      rowCount: 3,
      columnCount: 2,
      n: totals.n,
      sumWeights: totals.sumWeights,
      covariance: totals.covariance(),
      designDegreesOfFreedom: expected.degreesOfFreedom,
    });
    if ('reason' in result) throw new Error(result.reason);
    const { statistic, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, pValue } = result;
    const { f, df1, df2, p } = expected.chi;
    expectClose([statistic, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom], [f, df1, df2]);
    expectClose([pValue], [p]);
  });
});
