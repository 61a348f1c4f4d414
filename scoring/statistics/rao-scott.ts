import { choleskySolveLeft } from './cholesky-solve-left.ts';
import { fUpperTail } from './f-upper-tail.ts';
import { margins } from './margins.ts';
import { pearson } from './pearson.ts';

export interface RaoScottInput {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Per cell: respondents, Σw, Σw². */
  readonly n: Float64Array;
  readonly sumWeights: Float64Array;
  readonly sumSquaredWeights: Float64Array;
}

export type RaoScottResult =
  | {
      readonly statistic: number;
      readonly numeratorDegreesOfFreedom: number;
      readonly denominatorDegreesOfFreedom: number;
      readonly pValue: number;
    }
  | { readonly reason: string };

/** (rows − 1) × (columns − 1) above which the matrices would be too large to be worth it. */
const LARGEST_TABLE = 400;

/**
 * Rao–Scott second-order test of independence for weighted data without strata or clusters, as R's
 * `survey::svychisq(statistic = "F")` (Rao & Scott 1984; Thomas & Rao 1987). The covariance of the
 * weighted cell proportions is linearised: V = n/(n−1) · Σ w²(x−p)(x−p)ᵀ / (Σw)², which needs only
 * the additive cell sums. Empty rows and columns are left out first.
 */
export function raoScott(input: RaoScottInput): RaoScottResult {
  const table = withoutEmptyLines(input);
  const { rowCount, columnCount, n } = table;
  if (rowCount < 2 || columnCount < 2) {
    return { reason: 'Fewer than two rows or two columns have respondents.' };
  }
  const size = (rowCount - 1) * (columnCount - 1);
  if (size > LARGEST_TABLE) {
    return { reason: `The table is too large for this test: ${rowCount} rows by ${columnCount} columns.` };
  }
  const respondents = n.reduce((sum, value) => sum + value, 0);
  const weight = table.sumWeights.reduce((sum, value) => sum + value, 0);
  const scaled = table.sumWeights.map((value) => (value * respondents) / weight);
  const chi = pearson(scaled, rowCount, columnCount);
  const traces = chi === null ? null : designEffectTraces(table, respondents, weight);
  if (chi === null || traces === null || !(traces.first > 0)) {
    return { reason: 'The variance of the cells cannot be computed: too many cells are empty.' };
  }
  const statistic = chi.statistic / traces.first;
  const numerator = traces.first ** 2 / traces.second;
  const denominator = numerator * (respondents - 1);
  return {
    statistic,
    numeratorDegreesOfFreedom: numerator,
    denominatorDegreesOfFreedom: denominator,
    pValue: fUpperTail(statistic, numerator, denominator),
  };
}

/**
 * Traces of Δ and Δ², where Δ = (CᵀD⁻¹C/n)⁻¹ CᵀD⁻¹VD⁻¹C, D = diag(p), and C spans the interaction
 * contrasts. They do not depend on the basis chosen for C. Null where the inverse does not exist.
 */
function designEffectTraces(
  table: RaoScottInput,
  respondents: number,
  weight: number,
): { first: number; second: number } | null {
  const contrasts = interactionContrasts(table.rowCount, table.columnCount);
  const size = contrasts.length;
  const share = table.sumWeights.map((value) => value / weight);
  const inverse = share.map((value) => (value > 0 ? 1 / value : 0));
  const correction = respondents / (respondents - 1) / (weight * weight);
  const squares = table.sumSquaredWeights;
  const squaresTotal = squares.reduce((sum, value) => sum + value, 0);
  // D⁻¹VD⁻¹ = correction · (diag(s/p²) − 1(s/p)ᵀ − (s/p)1ᵀ + s₊11ᵀ), over cells that are not empty.
  const diagonal = squares.map((value, cell) => value * inverse[cell]! ** 2);
  const cross = squares.map((value, cell) => value * inverse[cell]!);
  const ofOne = contrasts.map((contrast) => sumOver(contrast, (cell) => (share[cell]! > 0 ? 1 : 0)));
  const ofCross = contrasts.map((contrast) => sumOver(contrast, (cell) => cross[cell]!));

  const expected = new Float64Array(size * size);
  const actual = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      const [simple, design] = sharedCells(contrasts[a]!, contrasts[b]!, inverse, diagonal);
      const lowRank =
        squaresTotal * ofOne[a]! * ofOne[b]! - ofOne[a]! * ofCross[b]! - ofCross[a]! * ofOne[b]!;
      expected[a * size + b] = expected[b * size + a] = simple / respondents;
      actual[a * size + b] = actual[b * size + a] = (design + lowRank) * correction;
    }
  }
  const delta = choleskySolveLeft(expected, actual, size);
  if (delta === null) return null;
  let first = 0;
  let second = 0;
  for (let a = 0; a < size; a += 1) {
    first += delta[a * size + a]!;
    for (let b = 0; b < size; b += 1) second += delta[a * size + b]! * delta[b * size + a]!;
  }
  return { first, second };
}

/** Cells of a contrast and their signs; all others are 0. */
type Contrast = readonly (readonly [cell: number, sign: number])[];

function sumOver(contrast: Contrast, value: (cell: number) => number): number {
  return contrast.reduce((sum, [cell, sign]) => sum + sign * value(cell), 0);
}

/** Products of two contrasts, summed over the cells they share with either weighting. */
function sharedCells(
  left: Contrast,
  right: Contrast,
  inverse: Float64Array,
  diagonal: Float64Array,
): [simple: number, design: number] {
  let simple = 0;
  let design = 0;
  // Most pairs lie apart: the last cell of the earlier comes before the first of the later.
  if (right.at(-1)![0] >= left[0]![0]) {
    for (const [cell, sign] of left) {
      const shared = right.find(([other]) => other === cell);
      if (shared === undefined) continue;
      simple += sign * shared[1] * inverse[cell]!;
      design += sign * shared[1] * diagonal[cell]!;
    }
  }
  return [simple, design];
}

/** Differences of differences of neighbouring cells: they span what is orthogonal to both main effects. */
function interactionContrasts(rowCount: number, columnCount: number): Contrast[] {
  const contrasts: Contrast[] = [];
  for (let row = 0; row + 1 < rowCount; row += 1) {
    for (let column = 0; column + 1 < columnCount; column += 1) {
      const cell = row * columnCount + column;
      contrasts.push([
        [cell, 1],
        [cell + 1, -1],
        [cell + columnCount, -1],
        [cell + columnCount + 1, 1],
      ]);
    }
  }
  return contrasts;
}

function withoutEmptyLines(table: RaoScottInput): RaoScottInput {
  const sums = margins(table.n, table.rowCount, table.columnCount);
  const rows = [...sums.rows.keys()].filter((row) => sums.rows[row]! > 0);
  const columns = [...sums.columns.keys()].filter((column) => sums.columns[column]! > 0);
  const pick = (cells: Float64Array) =>
    Float64Array.from(
      rows.flatMap((row) => columns.map((column) => cells[row * table.columnCount + column]!)),
    );
  return {
    rowCount: rows.length,
    columnCount: columns.length,
    n: pick(table.n),
    sumWeights: pick(table.sumWeights),
    sumSquaredWeights: pick(table.sumSquaredWeights),
  };
}
