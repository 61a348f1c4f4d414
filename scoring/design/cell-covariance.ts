import type { CellSums } from './additive-sums.ts';
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
  const own = createSparseVector(size);
  const total = createSparseVector(size);
  let stratum = -1;
  const finishStratum = (): void => {
    if (stratum >= 0 && centred[stratum] === 1)
      total.addSquareTo(covariance, -scale[stratum]! / design.psusPerStratum[stratum]!);
    total.clear();
  };
  for (const group of groupsByStratum(design, entries)) {
    const next = stratumOfGroup(design, group);
    if (next !== stratum) {
      finishStratum();
      stratum = next;
    }
    for (let at = entries.starts[group]!; at < entries.starts[group + 1]!; at += 1) {
      const place = places[entries.cells[at]!]!;
      if (place < 0) continue;
      total.add(place, entries.sums[at]!);
      const diagonal = place * size + place;
      if (!rowsArePsus) own.add(place, entries.sums[at]!);
      else covariance[diagonal] = covariance[diagonal]! + scale[stratum]! * entries.squares[at]!;
    }
    if (!rowsArePsus) own.addSquareTo(covariance, scale[stratum]!);
    own.clear();
  }
  finishStratum();
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < row; column += 1)
      covariance[column * size + row] = covariance[row * size + column]!;
  return covariance;
}

interface SparseVector {
  add(place: number, value: number): void;
  /** Adds factor · v·vᵀ to the lower triangle of a matrix. */
  addSquareTo(matrix: Float64Array, factor: number): void;
  clear(): void;
}

/** A vector whose places that are not 0 are known, so that products and clearing touch only them. */
function createSparseVector(size: number): SparseVector {
  const values = new Float64Array(size);
  const used = new Int32Array(size);
  let count = 0;
  return {
    add: (place, value) => {
      if (values[place] === 0) {
        used[count] = place;
        count += 1;
      }
      values[place] = values[place]! + value;
    },
    addSquareTo: (matrix, factor) => {
      for (let one = 0; one < count; one += 1) {
        const row = used[one]!;
        const scaled = factor * values[row]!;
        for (let other = 0; other <= one; other += 1) {
          const column = used[other]!;
          const at = row > column ? row * size + column : column * size + row;
          matrix[at] = matrix[at]! + scaled * values[column]!;
        }
      }
    },
    clear: () => {
      for (let one = 0; one < count; one += 1) values[used[one]!] = 0;
      count = 0;
    },
  };
}

/** Groups that have entries, stratum after stratum. */
function groupsByStratum(design: SurveyDesign, { starts }: CellSums): Uint32Array {
  const filled = new Uint32Array(starts.length - 1)
    .map((_, group) => group)
    .filter((group) => starts[group] !== starts[group + 1]);
  if (design.psuStratum === null) return filled;
  const next = new Uint32Array(design.psusPerStratum.length + 1);
  for (const group of filled) {
    const after = stratumOfGroup(design, group) + 1;
    next[after] = next[after]! + 1;
  }
  for (let stratum = 1; stratum < next.length; stratum += 1)
    next[stratum] = next[stratum]! + next[stratum - 1]!;
  const ordered = new Uint32Array(filled.length);
  for (const group of filled) {
    const stratum = stratumOfGroup(design, group);
    ordered[next[stratum]!] = group;
    next[stratum] = next[stratum]! + 1;
  }
  return ordered;
}
