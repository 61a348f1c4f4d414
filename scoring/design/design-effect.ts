import { isScaledToSample } from './is-scaled-to-sample.ts';

export interface DesignEffect {
  /** Variance over that of a simple random sample of the same size; null with a reason. */
  readonly designEffect: number | null;
  readonly designEffectMethod?: 'without replacement' | 'with replacement';
  readonly designEffectReason?: string;
}

export interface DesignEffectInput {
  /** Variance of the mean under the design. */
  readonly variance: number;
  /** Σw(x − mean)²/Σw of the base. */
  readonly spread: number;
  readonly respondents: number;
  readonly sumWeights: number;
}

/** Spread below this share of the variance's own scale is rounding. */
const SMALLEST_SPREAD = 1e-300;

/**
 * Design effect of a mean: its variance over S²/n · (1 − n/Σw), as R's `svymean(deff = TRUE)`; where the
 * weights do not sum to more than the sample that has no meaning, and S²/n is used (`deff = "replace"`).
 * S² = n/(n − 1) · Σw(x − mean)²/Σw.
 */
export function designEffect(input: DesignEffectInput): DesignEffect {
  const { variance, spread, respondents, sumWeights } = input;
  if (respondents < 2 || !(spread > SMALLEST_SPREAD))
    return {
      designEffect: null,
      designEffectReason: 'The values do not vary, so there is nothing to compare.',
    };
  const simple = spread / (respondents - 1);
  return isScaledToSample(sumWeights, respondents)
    ? { designEffect: variance / simple, designEffectMethod: 'with replacement' }
    : {
        designEffect: variance / (simple * (1 - respondents / sumWeights)),
        designEffectMethod: 'without replacement',
      };
}
