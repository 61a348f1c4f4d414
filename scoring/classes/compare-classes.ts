import { adjustedRandIndex } from '../statistics/adjusted-rand-index.ts';
import { cohenKappa } from '../statistics/cohen-kappa.ts';
import { bestAssignment } from './best-assignment.ts';

export interface ClassComparison {
  /** Respondents with a class and a category. */
  readonly compared: number;
  /** Weighted counts, class by category. */
  readonly table: readonly (readonly number[])[];
  /** Of counts of respondents. */
  readonly adjustedRandIndex: number | null;
  /** Category that each class is paired with, so that most of the weight agrees; null: none is left. */
  readonly matchedCategory: readonly (number | null)[];
  /** Share of the weight in pairs, and Cohen's kappa of the paired names. */
  readonly agree01: number | null;
  readonly kappa: number | null;
  readonly reason?: string;
}

/** The most categories that classes are paired with. */
export const MOST_COMPARED = 16;

/**
 * How far classes agree with another division of the same respondents, e.g. the archetypes.
 *
 * @param classes class per respondent, −1 for none
 * @param categories category per respondent; `categoryCount` and above are missing
 */
export function compareClasses(
  classes: Int8Array,
  k: number,
  categories: Uint16Array,
  categoryCount: number,
  weights: Float64Array,
): ClassComparison {
  const counts = new Float64Array(k * categoryCount);
  const weighted = new Float64Array(k * categoryCount);
  let compared = 0;
  classes.forEach((label, row) => {
    const category = categories[row]!;
    if (label < 0 || category >= categoryCount) return;
    counts[label * categoryCount + category]! += 1;
    weighted[label * categoryCount + category]! += weights[row]!;
    compared += 1;
  });
  const columnOf = bestAssignment(weighted, k, categoryCount);
  const total = weighted.reduce((sum, value) => sum + value, 0);
  const agreeing = columnOf.reduce(
    (sum, column, label) => sum + (column < 0 ? 0 : weighted[label * categoryCount + column]!),
    0,
  );
  const kappa = cohenKappa(square(weighted, columnOf, k, categoryCount), Math.max(k, categoryCount), 'none');
  return {
    compared,
    table: Array.from({ length: k }, (_, label) => [
      ...weighted.subarray(label * categoryCount, (label + 1) * categoryCount),
    ]),
    adjustedRandIndex: adjustedRandIndex(counts, k, categoryCount),
    matchedCategory: Array.from(columnOf, (column) => (column < 0 ? null : column)),
    agree01: total > 0 ? agreeing / total : null,
    kappa,
    ...(kappa === null ? { reason: 'Nobody has both, or all fall into one pair.' } : {}),
  };
}

/** The table with matched pairs on the diagonal; who is left without a partner agrees with nobody. */
function square(table: Float64Array, columnOf: Int8Array, k: number, categoryCount: number): Float64Array {
  const size = Math.max(k, categoryCount);
  const free = Array.from({ length: size }, (_, place) => place).filter((place) => !columnOf.includes(place));
  const result = new Float64Array(size * size);
  columnOf.forEach((column, label) => {
    const row = column >= 0 ? column : free.shift()!;
    for (let category = 0; category < categoryCount; category += 1)
      result[row * size + category] = table[label * categoryCount + category]!;
  });
  return result;
}
