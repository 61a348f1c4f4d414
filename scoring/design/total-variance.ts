import type { CellSums } from './additive-sums.ts';
import { stratumOfGroup } from './stratum-of-group.ts';
import type { SurveyDesign } from './survey-design.ts';
import type { VarianceScale } from './variance-scale.ts';

/** Variance of Σ gradient · cell totals. Cost: one step for each entry of the sums. */
export function totalVariance(
  design: SurveyDesign,
  { starts, cells, sums, squares }: CellSums,
  { scale, centred }: VarianceScale,
  gradient: Float64Array,
): number {
  const { psusPerStratum } = design;
  const groups = starts.length - 1;
  const totals = new Float64Array(groups);
  const means = new Float64Array(psusPerStratum.length);
  for (let group = 0; group < groups; group += 1) {
    for (let at = starts[group]!; at < starts[group + 1]!; at += 1)
      totals[group] = totals[group]! + gradient[cells[at]!]! * sums[at]!;
    if (totals[group] === 0) continue;
    const stratum = stratumOfGroup(design, group);
    if (centred[stratum] === 1) means[stratum] = means[stratum]! + totals[group]! / psusPerStratum[stratum]!;
  }
  // Per stratum Σ z² − n·mean², taken as deviations where the single z are known.
  const rowsArePsus = design.psuStratum === null;
  const empty = psusPerStratum.slice();
  let variance = 0;
  for (let group = 0; group < groups; group += 1) {
    if (starts[group] === starts[group + 1]) continue;
    const stratum = stratumOfGroup(design, group);
    if (rowsArePsus) {
      let sum = -psusPerStratum[stratum]! * means[stratum]! ** 2;
      for (let at = starts[group]!; at < starts[group + 1]!; at += 1)
        sum += gradient[cells[at]!]! ** 2 * squares[at]!;
      variance += scale[stratum]! * Math.max(0, sum);
      continue;
    }
    variance += scale[stratum]! * (totals[group]! - means[stratum]!) ** 2;
    empty[stratum] = empty[stratum]! - 1;
  }
  if (rowsArePsus) return variance;
  // PSUs with nobody in the cells count as zeros.
  return means.reduce(
    (sum, mean, stratum) => sum + scale[stratum]! * empty[stratum]! * mean * mean,
    variance,
  );
}
