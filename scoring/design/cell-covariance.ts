import type { CellSums } from './cell-sums.ts';
import { stratumOfGroup } from './stratum-of-group.ts';
import type { SurveyDesign } from './survey-design.ts';
import type { VarianceScale } from './variance-scale.ts';

/**
 * Covariance of the weighted totals of some cells (default: all), row-major. Cost: the squared number
 * of cells that occur, for each PSU and each stratum; nothing for cells that do not.
 */
export function cellCovariance(
  design: SurveyDesign,
  entries: CellSums,
  { scale, centred }: VarianceScale,
  cells: readonly number[] = [...entries.n.keys()],
): Float64Array {
  const size = cells.length;
  const covariance = new Float64Array(size * size);
  const places = new Int32Array(entries.cellCount).fill(-1);
  cells.forEach((cell, place) => {
    places[cell] = place;
  });
  const rowsArePsus = design.psuStratum === null;
  let stratum = -1;
  let totals = new Map<number, number>();
  const finishStratum = (): void => {
    if (stratum < 0 || centred[stratum] === 0) return;
    addProducts(covariance, size, [...totals], -scale[stratum]! / design.psusPerStratum[stratum]!);
  };
  for (const group of groupsByStratum(design, entries)) {
    const next = stratumOfGroup(design, group);
    if (next !== stratum) {
      finishStratum();
      stratum = next;
      totals = new Map();
    }
    const own: [place: number, sum: number][] = [];
    for (let at = entries.starts[group]!; at < entries.starts[group + 1]!; at += 1) {
      const place = places[entries.cells[at]!]!;
      if (place < 0) continue;
      own.push([place, entries.sums[at]!]);
      totals.set(place, (totals.get(place) ?? 0) + entries.sums[at]!);
      const diagonal = place * size + place;
      if (rowsArePsus) covariance[diagonal] = covariance[diagonal]! + scale[stratum]! * entries.squares[at]!;
    }
    if (!rowsArePsus) addProducts(covariance, size, own, scale[stratum]!);
  }
  finishStratum();
  return covariance;
}

function addProducts(
  covariance: Float64Array,
  size: number,
  values: readonly (readonly [place: number, sum: number])[],
  factor: number,
): void {
  if (factor === 0) return;
  for (const [row, one] of values) {
    const scaled = factor * one;
    for (const [column, other] of values) {
      const at = row * size + column;
      covariance[at] = covariance[at]! + scaled * other;
    }
  }
}

/** Groups that have entries, stratum after stratum. */
function groupsByStratum(design: SurveyDesign, { starts }: CellSums): readonly number[] {
  const groups: number[] = [];
  for (let group = 0; group + 1 < starts.length; group += 1)
    if (starts[group] !== starts[group + 1]) groups.push(group);
  if (design.psuStratum === null) return groups;
  return groups.sort((one, other) => stratumOfGroup(design, one) - stratumOfGroup(design, other));
}
