import { tQuantile } from '../statistics/t-quantile.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import type { Comparison } from './comparison.ts';
import type { ExperimentCells } from './count-cells.ts';
import { twoMeans } from './two-means.ts';
import { twoProportions } from './two-proportions.ts';

/** A rate, or mean, of one arm and how it compares with the control; the comparison is null for the control. */
export interface ArmFigures {
  readonly rate: number | null;
  readonly rateInterval: Interval | null;
  readonly comparison: Comparison | null;
}

/**
 * The arms of one segment, the control first, for people who were assigned one by one. The interval of
 * a rate is Wilson's; of a mean, Student's t.
 */
export function comparePlainly(
  cells: ExperimentCells,
  segment: number,
  armCount: number,
  measure: 'share' | 'mean',
  confidence: number,
): ArmFigures[] {
  const at = (arm: number): number => arm * cells.segmentCount + segment;
  const share = (arm: number) => ({ n: cells.n[at(arm)]!, successes: cells.sum[at(arm)]! });
  const mean = (arm: number) => {
    const n = cells.n[at(arm)]!;
    return {
      n,
      mean: n > 0 ? cells.sum[at(arm)]! / n : 0,
      variance: n > 1 ? cells.squares[at(arm)]! / (n - 1) : 0,
    };
  };
  const intervalOf = (arm: number): Interval | null => {
    if (measure === 'share') {
      const { n, successes } = share(arm);
      return wilsonInterval(successes / n, n, confidence);
    }
    const own = mean(arm);
    if (own.n < 2 || own.variance === 0) return null;
    const half = tQuantile((1 + confidence) / 2, own.n - 1) * Math.sqrt(own.variance / own.n);
    return [own.mean - half, own.mean + half];
  };
  return Array.from({ length: armCount }, (_, arm) => {
    const isEmpty = cells.n[at(arm)] === 0;
    const compare = (): Comparison =>
      measure === 'share'
        ? twoProportions(share(arm), share(0), confidence)
        : twoMeans(mean(arm), mean(0), confidence);
    return {
      rate: isEmpty ? null : cells.sum[at(arm)]! / cells.n[at(arm)]!,
      rateInterval: isEmpty ? null : intervalOf(arm),
      comparison: arm === 0 ? null : compare(),
    };
  });
}
