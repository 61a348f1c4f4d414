import betainc from '@stdlib/math-base-special-betainc';

/**
 * P(X ≥ x) of an F distribution with real degrees of freedom: the regularised incomplete beta
 * I(d2 / (d2 + d1 x); d2/2, d1/2), a lower tail of the beta, so that small p-values keep their digits.
 */
export function fUpperTail(x: number, numeratorDf: number, denominatorDf: number): number {
  if (x <= 0) return 1;
  return betainc(denominatorDf / (denominatorDf + numeratorDf * x), denominatorDf / 2, numeratorDf / 2);
}
