import type { Margin } from './margin.ts';

export interface CalibratedInfluencesRequest {
  /** w·u per respondent and estimate, with the calibrated weights w; 0 outside the domain. */
  readonly influences: readonly Float64Array[];
  /** Calibrated weights, above 0. */
  readonly weights: Float64Array;
  readonly margins: readonly Pick<Margin, 'indices' | 'counts'>[];
  /**
   * Weights before calibration, which weigh the regression on the margins, as in R's `postStratify` and
   * `calibrate`. Null: everyone counts the same in it, as in R's `rake`.
   */
  readonly baseWeights: Float64Array | null;
}

/** R's `svyrecvar` sweeps so often for `rake`; the weighted regression is swept until nothing moves. */
const SWEEPS_OF_RAKE = 10;
const MOST_SWEEPS = 2000;
const STILL = 1e-14;

/**
 * Influences of estimates made with post-stratified or raked weights. Because the margins are met in every
 * sample, only what they do not explain of u varies: u is replaced with its residual after regression on the
 * indicators of all margins (Deville & Särndal 1992), found by taking out category means, margin after
 * margin. Pass the result to `linearisedCovariance`.
 *
 * With one margin this is R's `postStratify`. For raking R has two variants, which agree where the weights
 * before raking are equal: `calibrate(calfun = "raking")` and `rake`; see `baseWeights`.
 */
export function calibratedInfluences(request: CalibratedInfluencesRequest): Float64Array[] {
  const { influences, weights, margins, baseWeights } = request;
  const most = margins.length === 1 ? 1 : baseWeights === null ? SWEEPS_OF_RAKE : MOST_SWEEPS;
  const totals = margins.map(({ indices, counts }) => {
    const sums = new Float64Array(counts.length);
    for (let row = 0; row < indices.length; row += 1) sums[indices[row]!]! += baseWeights?.[row] ?? 1;
    return sums;
  });
  return influences.map((influence) => {
    const residual = influence.map((value, row) => value / weights[row]!);
    const scale = residual.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    for (let sweep = 0; sweep < most; sweep += 1) {
      let moved = 0;
      margins.forEach(({ indices }, place) => {
        const means = categoryMeans(residual, indices, totals[place]!, baseWeights);
        for (const mean of means) moved = Math.max(moved, Math.abs(mean));
        for (let row = 0; row < residual.length; row += 1) residual[row]! -= means[indices[row]!]!;
      });
      if (moved <= STILL * scale) break;
    }
    return residual.map((value, row) => value * weights[row]!);
  });
}

function categoryMeans(
  values: Float64Array,
  indices: Uint16Array | Uint32Array,
  totals: Float64Array,
  weights: Float64Array | null,
): Float64Array {
  const sums = new Float64Array(totals.length);
  for (let row = 0; row < values.length; row += 1)
    sums[indices[row]!]! += values[row]! * (weights?.[row] ?? 1);
  return sums.map((sum, category) => (totals[category]! > 0 ? sum / totals[category]! : 0));
}
