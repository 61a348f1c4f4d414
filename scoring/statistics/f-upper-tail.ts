import betainc from '@stdlib/math-base-special-betainc';

/**
 * P(X ≥ x) of an F distribution with real degrees of freedom: the upper tail of the regularised
 * incomplete beta at y = d1 x / (d2 + d1 x) with parameters d1/2 and d2/2. Computed as a tail at a small
 * y, so that small p-values and very many denominator degrees of freedom keep their digits.
 */
export function fUpperTail(x: number, numeratorDf: number, denominatorDf: number): number {
  if (x <= 0) return 1;
  const y = (numeratorDf * x) / (denominatorDf + numeratorDf * x);
  return betainc(y, numeratorDf / 2, denominatorDf / 2, true, true);
}
