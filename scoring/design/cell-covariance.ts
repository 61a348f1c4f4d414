import type { CellSums } from './cell-sums.ts';
import { stratumOfGroup } from './stratum-of-group.ts';
import type { SurveyDesign } from './survey-design.ts';
import type { VarianceScale } from './variance-scale.ts';

/**
 * Covariance of the weighted totals of some cells (default: all), row-major. Cost: half the squared
 * number of cells that occur, for each PSU and each stratum; nothing for cells that do not.
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
  const own = emptyVector(size);
  const totals = new Float64Array(size);
  let stratum = -1;
  const finishStratum = (): void => {
    if (stratum >= 0 && centred[stratum] === 1)
      addProducts(covariance, nonZeros(totals), -scale[stratum]! / design.psusPerStratum[stratum]!);
    totals.fill(0);
  };
  for (const group of groupsByStratum(design, entries)) {
    const next = stratumOfGroup(design, group);
    if (next !== stratum) {
      finishStratum();
      stratum = next;
    }
    own.length = 0;
    for (let at = entries.starts[group]!; at < entries.starts[group + 1]!; at += 1) {
      const place = places[entries.cells[at]!]!;
      if (place < 0) continue;
      const sum = entries.sums[at]!;
      own.places[own.length] = place;
      own.values[own.length] = sum;
      own.length += 1;
      totals[place] = totals[place]! + sum;
      const diagonal = place * size + place;
      if (rowsArePsus) covariance[diagonal] = covariance[diagonal]! + scale[stratum]! * entries.squares[at]!;
    }
    if (!rowsArePsus) addProducts(covariance, own, scale[stratum]!);
  }
  finishStratum();
  addMirrored(covariance, size);
  return covariance;
}

/** A vector that is mostly zero: `length` places with their values, of a vector of `size`. */
interface SparseVector {
  readonly size: number;
  readonly places: Int32Array;
  readonly values: Float64Array;
  length: number;
}

function emptyVector(size: number): SparseVector {
  return { size, places: new Int32Array(size), values: new Float64Array(size), length: 0 };
}

function nonZeros(dense: Float64Array): SparseVector {
  const vector = emptyVector(dense.length);
  dense.forEach((value, place) => {
    if (value === 0) return;
    vector.places[vector.length] = place;
    vector.values[vector.length] = value;
    vector.length += 1;
  });
  return vector;
}

/** Adds factor · v vᵀ: each pair of places once, on either side of the diagonal. */
function addProducts(covariance: Float64Array, vector: SparseVector, factor: number): void {
  if (factor === 0) return;
  const { size, places, values, length } = vector;
  for (let one = 0; one < length; one += 1) {
    const row = places[one]! * size;
    const scaled = factor * values[one]!;
    for (let other = 0; other <= one; other += 1) {
      const at = row + places[other]!;
      covariance[at] = covariance[at]! + scaled * values[other]!;
    }
  }
}

/** Makes a matrix whose pairs stand on one side of the diagonal, or partly on each, symmetric. */
function addMirrored(covariance: Float64Array, size: number): void {
  for (let row = 1; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) {
      const one = row * size + column;
      const other = column * size + row;
      const sum = covariance[one]! + covariance[other]!;
      covariance[one] = sum;
      covariance[other] = sum;
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
