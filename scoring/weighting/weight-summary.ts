import { effectiveBase } from '../statistics/effective-base.ts';

export interface WeightSummary {
  readonly sum: number;
  /** Kish's effective base (Σw)²/Σw²: how many respondents with equal weights would be as precise. */
  readonly effectiveBase: number;
  /** Kish's design effect of weighting, n·Σw²/(Σw)², at least 1. */
  readonly designEffect: number;
  readonly minimum: number;
  readonly median: number;
  readonly mean: number;
  readonly maximum: number;
}

/** Describes weights above 0, of one respondent at least. Source: Kish (1965, 1992). */
export function weightSummary(weights: Float64Array): WeightSummary {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const sorted = weights.toSorted();
  const size = weights.length;
  // In units of the mean, so that very small or large weights keep their squares.
  const mean = sum / size;
  const squares = weights.reduce((total, weight) => total + (weight / mean) ** 2, 0);
  const effective = effectiveBase(size, squares);
  return {
    sum,
    effectiveBase: effective,
    designEffect: size / effective,
    minimum: sorted[0]!,
    median: (sorted[(size - 1) >> 1]! + sorted[size >> 1]!) / 2,
    mean,
    maximum: sorted[size - 1]!,
  };
}
