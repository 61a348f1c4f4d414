import { betaQuantile } from '../statistics/beta-quantile.ts';

/**
 * Feldt's confidence interval of alpha: 1 − (1 − α) · F quantiles with n − 1 and (n − 1)(k − 1) degrees of
 * freedom (Feldt, Woodruff & Salih 1987). As R's `psych::alpha.ci`. Real n is taken: Kish's effective base
 * where there are weights.
 */
export function alphaInterval(
  alpha: number,
  respondents: number,
  items: number,
  confidence: number,
): readonly [number, number] {
  const first = respondents - 1;
  const second = first * (items - 1);
  const bound = (p: number): number => {
    const x = betaQuantile(p, first / 2, second / 2);
    return 1 - ((1 - alpha) * (second * x)) / (first * (1 - x));
  };
  return [bound((1 + confidence) / 2), bound((1 - confidence) / 2)];
}
