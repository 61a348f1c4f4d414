import { normalQuantile } from './normal-quantile.ts';

/** Lower and upper end. */
export type Interval = readonly [low: number, high: number];

/**
 * Wilson's score interval of a proportion among `size` respondents, or an effective number of them.
 * Source: Wilson 1927; as `proportion_confint(method="wilson")` of statsmodels. No continuity correction.
 *
 * Example: `wilsonInterval(15 / 50, 50, 0.95)` is 0.191036–0.437504.
 */
export function wilsonInterval(proportion: number, size: number, confidence: number): Interval {
  const square = normalQuantile((1 + confidence) / 2) ** 2 / size;
  const middle = (proportion + square / 2) / (1 + square);
  const half = Math.sqrt(square * proportion * (1 - proportion) + square ** 2 / 4) / (1 + square);
  return [proportion === 0 ? 0 : middle - half, proportion === 1 ? 1 : middle + half];
}
