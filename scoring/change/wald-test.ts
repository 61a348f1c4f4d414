import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { fUpperTail } from '../statistics/f-upper-tail.ts';

/** Below this share of the largest eigenvalue, a direction counts as without variance. */
const FLAT = 1e-10;

export interface WaldTest {
  /** F; W · (d − q + 1) / (q · d), W the Wald χ², q its rank, d the design's degrees of freedom. */
  readonly statistic: number | null;
  /** q: the independent contrasts that were tested. */
  readonly numeratorDegreesOfFreedom: number | null;
  /** d − q + 1. */
  readonly denominatorDegreesOfFreedom: number | null;
  readonly pValue: number | null;
  readonly reason?: string;
}

export const noWaldTest = (reason: string): WaldTest => ({
  statistic: null,
  numeratorDegreesOfFreedom: null,
  denominatorDegreesOfFreedom: null,
  pValue: null,
  reason,
});

/**
 * Are all estimates 0 together? Wald test with F corrected for few PSUs (the "adjusted Wald" of R's
 * `svychisq(statistic = "adjWald")`; Fellegi 1980). Shares sum to 1, so that their covariance has no
 * inverse: the Moore–Penrose inverse gives the same as leaving any one of them out.
 *
 * @param estimates m differences
 * @param covariance m × m of the estimates, row-major
 * @param designDegreesOfFreedom PSUs less strata
 */
export function waldTest(
  estimates: readonly number[],
  covariance: Float64Array,
  designDegreesOfFreedom: number,
): WaldTest {
  const size = estimates.length;
  const rows = Array.from({ length: size }, (_, row) => [
    ...covariance.subarray(row * size, (row + 1) * size),
  ]);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(rows), {
    assumeSymmetric: true,
  });
  const largest = Math.max(...realEigenvalues);
  if (!(largest > 0)) return noWaldTest('The estimates have no variance.');
  let wald = 0;
  let rank = 0;
  let unexplained = 0;
  let length = 0;
  realEigenvalues.forEach((eigenvalue, place) => {
    const projected = estimates.reduce(
      (sum, value, row) => sum + value * eigenvectorMatrix.get(row, place),
      0,
    );
    length += projected ** 2;
    if (eigenvalue > FLAT * largest) {
      wald += projected ** 2 / eigenvalue;
      rank += 1;
    } else {
      unexplained += projected ** 2;
    }
  });
  if (unexplained > 1e-12 * length)
    return noWaldTest(
      'There are too few PSUs here, or they differ too little, to test all the differences together.',
    );
  const denominator = designDegreesOfFreedom - rank + 1;
  if (denominator <= 0)
    return noWaldTest(
      `The design has ${Math.max(0, designDegreesOfFreedom)} degrees of freedom (PSUs less strata), too few to test ${rank} differences together.`,
    );
  const statistic = (wald * denominator) / (rank * designDegreesOfFreedom);
  return {
    statistic,
    numeratorDegreesOfFreedom: rank,
    denominatorDegreesOfFreedom: denominator,
    pValue: fUpperTail(statistic, rank, denominator),
  };
}
