import { WaymarkError } from '../../contracts/errors.ts';
import { betaQuantile } from '../statistics/beta-quantile.ts';
import type { AdoptionAssumptions, AdoptionLaw, AdoptionRange } from './adoption.ts';

/** a + b of the beta distribution: how strongly it gathers around its mean. The usual choice of PERT. */
const CONCENTRATION = 6;

/**
 * The distribution behind an assumption. Both have the stated mean exactly and never leave [low, high];
 * stretching a range about its mean stretches the distribution by the same factor.
 *
 * - `beta`: low + (high − low)·Beta(a, b), a = 6·(mean − low)/(high − low), b = 6 − a; its variance is
 *   (mean − low)(high − mean)/7. With PERT's mean this is the PERT distribution (Malcolm et al. 1959).
 * - `triangular`: peak at 3·mean − low − high, which must lie in the range.
 *
 * low = high: a fixed probability. Throws INVALID_REQUEST where low ≤ mean ≤ high within 0–1 does not hold.
 *
 * @param where names the assumption in errors.
 */
export function adoptionLaw(
  range: AdoptionRange,
  where: string,
  distribution: AdoptionAssumptions['distribution'],
): AdoptionLaw {
  const { mean, low, high } = range;
  if (!(low >= 0 && high <= 1))
    throw refusal(where, range, 'Adoption is a probability: low and high lie between 0 and 1.');
  if (!(low <= mean && mean <= high)) throw refusal(where, range, 'The mean lies between low and high.');
  if (low === high) return { mean, variance: 0, quantile: () => mean };
  if (mean === low || mean === high)
    throw refusal(
      where,
      range,
      'A mean at the edge of its range leaves no range: write all three the same, or move the mean inside.',
    );
  return distribution === 'beta' ? betaLaw(range) : triangularLaw(range, where);
}

function betaLaw({ mean, low, high }: AdoptionRange): AdoptionLaw {
  const a = (CONCENTRATION * (mean - low)) / (high - low);
  const b = CONCENTRATION - a;
  return {
    mean,
    variance: ((mean - low) * (high - mean)) / (CONCENTRATION + 1),
    quantile: (p) => low + (high - low) * betaQuantile(p, a, b),
  };
}

/** Slack for a peak at the edge of its range, as decimals add up: (0.1, 0.2, 0.4) peaks at 0.1. */
const ROUNDING = 1e-12;

function triangularLaw(range: AdoptionRange, where: string): AdoptionLaw {
  const { mean, low, high } = range;
  const peak = 3 * mean - low - high;
  if (peak < low - ROUNDING || peak > high + ROUNDING)
    throw refusal(
      where,
      range,
      `A triangular distribution from low to high has a mean from ${((2 * low + high) / 3).toPrecision(4)} to ${((low + 2 * high) / 3).toPrecision(4)}. Move the mean, or use "beta".`,
    );
  const width = high - low;
  const rising = Math.min(width, Math.max(0, peak - low));
  const cut = rising / width;
  return {
    mean,
    variance: (low * low + high * high + peak * peak - low * high - low * peak - high * peak) / 18,
    quantile: (p) =>
      p < cut ? low + Math.sqrt(p * width * rising) : high - Math.sqrt((1 - p) * width * (width - rising)),
  };
}

const refusal = (where: string, { mean, low, high }: AdoptionRange, hint: string): WaymarkError =>
  new WaymarkError(
    'INVALID_REQUEST',
    `The assumption for ${where} is mean ${mean}, low ${low}, high ${high}, which is not a range of probabilities around its mean.`,
    hint,
  );
