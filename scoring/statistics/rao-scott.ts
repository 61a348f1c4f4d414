import { choleskySolveLeft } from './cholesky-solve-left.ts';
import { fUpperTail } from './f-upper-tail.ts';
import { margins } from './margins.ts';
import { pearson } from './pearson.ts';

export interface RaoScottInput {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Per cell, row by row: respondents and Σw. */
  readonly n: Float64Array;
  readonly sumWeights: Float64Array;
  /** Covariance of the Σw of all cells under the design (`cellTotals().covariance()`), row-major. */
  readonly covariance: Float64Array;
  /** PSUs − strata of the whole design, those of respondents without an answer included. */
  readonly designDegreesOfFreedom: number;
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
export const LARGEST_RAO_SCOTT = 400;

/**
 * Rao–Scott second-order test of independence under any design, as R's
 * `survey::svychisq(statistic = "F")` (Rao & Scott 1984; Thomas & Rao 1987): Pearson's statistic over
 * tr Δ, against F with (tr Δ)²/tr Δ² and that times the design's degrees of freedom. Empty rows and
 * columns are left out first. Missing values are handled as R does: cells are a domain of the full
 * design, whose degrees of freedom count.
 */
export function raoScott(input: RaoScottInput): RaoScottResult {
  const table = withoutEmptyLines(input);
  const { rowCount, columnCount, n, designDegreesOfFreedom } = table;
  if (rowCount < 2 || columnCount < 2) {
    return { reason: 'Fewer than two rows or two columns have respondents.' };
  }
  if ((rowCount - 1) * (columnCount - 1) > LARGEST_RAO_SCOTT) {
    return { reason: `The table is too large for this test: ${rowCount} rows by ${columnCount} columns.` };
  }
  if (designDegreesOfFreedom < 1) {
    return { reason: 'The design has no degrees of freedom: no more PSUs than strata.' };
  }
  const respondents = n.reduce((sum, value) => sum + value, 0);
  const weight = table.sumWeights.reduce((sum, value) => sum + value, 0);
  const scaled = table.sumWeights.map((value) => (value * respondents) / weight);
  const chi = pearson(scaled, rowCount, columnCount);
  const traces = chi === null ? null : designEffectTraces(table, respondents, weight);
  if (chi === null || traces === null || !(traces.first > 0) || !(traces.second > 0)) {
    return { reason: 'The variance of the cells cannot be computed: too many cells are empty.' };
  }
  const statistic = chi.statistic / traces.first;
  const numerator = traces.first ** 2 / traces.second;
  const denominator = numerator * designDegreesOfFreedom;
  return {
    statistic,
    numeratorDegreesOfFreedom: numerator,
    denominatorDegreesOfFreedom: denominator,
    pValue: fUpperTail(statistic, numerator, denominator),
  };
}

/**
 * Traces of Δ and Δ², where Δ = (CᵀD⁻¹C/n)⁻¹ CᵀD⁻¹VD⁻¹C, D = diag(p), V the covariance of the shares p,
 * and C spans the interaction contrasts. They do not depend on the basis chosen for C. Null where the
 * inverse does not exist.
 */
function designEffectTraces(
  table: RaoScottInput,
  respondents: number,
  weight: number,
): { first: number; second: number } | null {
  const contrasts = interactionContrasts(table.rowCount, table.columnCount);
  const size = contrasts.length;
  const inverse = table.sumWeights.map((value) => (value > 0 ? weight / value : 0));
  const gradients = contrastGradients(contrasts, inverse, weight);
  const expected = new Float64Array(size * size);
  const actual = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    const product = timesCovariance(gradients[a]!, table.covariance, table.n.length);
    for (let b = 0; b <= a; b += 1) {
      const design = sumOver(gradients[b]!, (cell) => product[cell]!);
      const simple = sharedCells(contrasts[a]!, contrasts[b]!, inverse) / respondents;
      expected[a * size + b] = expected[b * size + a] = simple;
      actual[a * size + b] = actual[b * size + a] = design;
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

/**
 * Gradient of Σ C·D⁻¹ applied to the cell shares, by the cell totals: C/p less its sum over cells that
 * are not empty, over Σw. The sum is 0 unless a cell of the contrast is empty, so most stay sparse.
 */
function contrastGradients(
  contrasts: readonly Contrast[],
  inverse: Float64Array,
  weight: number,
): readonly Contrast[] {
  return contrasts.map((contrast) => {
    const used = contrast.filter(([cell]) => inverse[cell]! > 0);
    const sum = used.reduce((total, [, sign]) => total + sign, 0);
    if (sum === 0) return used.map(([cell, sign]) => [cell, (sign * inverse[cell]!) / weight] as const);
    const signs = new Map(used);
    return [...inverse.keys()].map(
      (cell) => [cell, ((signs.get(cell) ?? 0) * inverse[cell]! - sum) / weight] as const,
    );
  });
}

function timesCovariance(gradient: Contrast, covariance: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size);
  for (const [cell, slope] of gradient)
    for (let other = 0; other < size; other += 1)
      product[other] = product[other]! + slope * covariance[cell * size + other]!;
  return product;
}

/** Cells of a contrast and their factors; all others are 0. */
type Contrast = readonly (readonly [cell: number, factor: number])[];

function sumOver(contrast: Contrast, value: (cell: number) => number): number {
  return contrast.reduce((sum, [cell, factor]) => sum + factor * value(cell), 0);
}

/** Sum over the cells two contrasts share of the product of their signs over the share of the cell. */
function sharedCells(left: Contrast, right: Contrast, inverse: Float64Array): number {
  // Most pairs lie apart: the last cell of the earlier comes before the first of the later.
  if (right.at(-1)![0] < left[0]![0]) return 0;
  let sum = 0;
  for (const [cell, sign] of left) {
    const shared = right.find(([other]) => other === cell);
    if (shared !== undefined) sum += sign * shared[1] * inverse[cell]!;
  }
  return sum;
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
  const kept = rows.flatMap((row) => columns.map((column) => row * table.columnCount + column));
  if (kept.length === table.n.length) return table;
  return {
    ...table,
    rowCount: rows.length,
    columnCount: columns.length,
    n: Float64Array.from(kept, (cell) => table.n[cell]!),
    sumWeights: Float64Array.from(kept, (cell) => table.sumWeights[cell]!),
    covariance: Float64Array.from(
      kept.flatMap((row) => kept.map((column) => table.covariance[row * table.n.length + column]!)),
    ),
  };
}
