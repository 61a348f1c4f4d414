import { presentStrata } from './present-strata.ts';
import { NO_STRATUM, type SurveyDesign } from './survey-design.ts';
import { varianceScale } from './variance-scale.ts';

export interface LinearisedCovariance {
  /** m × m, row-major, of the totals of the m influences. */
  readonly covariance: Float64Array;
  /** Why there is no variance; the covariance is then 0 and must not be shown. */
  readonly reason?: string;
}

/**
 * Covariance of totals by Taylor linearisation over strata, PSUs and finite population correction:
 * Σ_h (1 − f_h) n_h/(n_h − 1) Σ_i (z_hi − z̄_h)(z_hi − z̄_h)ᵀ, z_hi the PSU totals of the influences.
 * As `svyrecvar` of R's survey (one stage).
 *
 * @param influences each w·u per row of the design, 0 outside the domain: for a total u = x, for a mean
 *   u = (x − mean) / Σw of the domain.
 * @param inDomain 1 for rows of the domain; only `lonelyPsu: 'average'` needs it.
 */
export function linearisedCovariance(
  design: SurveyDesign,
  influences: readonly Float64Array[],
  inDomain?: Uint8Array,
): LinearisedCovariance {
  const isPresent =
    inDomain !== undefined && design.lonelyPsu === 'average' ? presentStrata(design, inDomain) : undefined;
  const { scale, centred, reason } = varianceScale(design, isPresent);
  const deviations = influences.map((influence) => deviationsOf(design, influence, centred));
  const unitStratum = design.psu === null ? design.strata : design.psuStratum;
  const size = influences.length;
  const covariance = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      const value = scaledProduct(deviations[a]!, deviations[b]!, unitStratum, scale);
      covariance[a * size + b] = value;
      covariance[b * size + a] = value;
    }
  }
  return reason === null ? { covariance } : { covariance, reason };
}

/** Totals of each PSU (or rows, where they are PSUs) less the mean of their stratum; 0 for no PSU. */
function deviationsOf(design: SurveyDesign, influence: Float64Array, centred: Uint8Array): Float64Array {
  const { psu, psuStratum, strata, weights, psusPerStratum, size } = design;
  const totals =
    psu === null || psuStratum === null ? influence.slice() : new Float64Array(psuStratum.length);
  const means = new Float64Array(psusPerStratum.length);
  for (let row = 0; row < size; row += 1) {
    const value = influence[row]!;
    if (psu !== null) totals[psu[row]!] = totals[psu[row]!]! + value;
    const stratum = strata === null ? 0 : strata[row]!;
    means[stratum] = means[stratum]! + value;
  }
  means.forEach((sum, stratum) => {
    means[stratum] = centred[stratum] === 1 && sum !== 0 ? sum / psusPerStratum[stratum]! : 0;
  });
  for (let unit = 0; unit < totals.length; unit += 1) {
    const stratum = psuStratum !== null ? psuStratum[unit]! : strata === null ? 0 : strata[unit]!;
    const isUnit = psuStratum !== null ? stratum !== NO_STRATUM : weights[unit]! > 0;
    totals[unit] = isUnit ? totals[unit]! - means[stratum]! : 0;
  }
  return totals;
}

function scaledProduct(
  one: Float64Array,
  other: Float64Array,
  unitStratum: Uint32Array | null,
  scale: Float64Array,
): number {
  let sum = 0;
  if (unitStratum === null) {
    for (let unit = 0; unit < one.length; unit += 1) sum += one[unit]! * other[unit]!;
    return sum === 0 ? 0 : sum * scale[0]!;
  }
  for (let unit = 0; unit < one.length; unit += 1) {
    const product = one[unit]! * other[unit]!;
    if (product !== 0) sum += product * scale[unitStratum[unit]!]!;
  }
  return sum;
}
