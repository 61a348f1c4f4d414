import { createCellVariance } from '../design/cell-variance.ts';
import { varianceScale } from '../design/variance-scale.ts';
import { stratumOfGroup } from '../design/stratum-of-group.ts';
import type { ComplexTable } from './counted-table.ts';
import { createShareCovariance, type ShareCovariance } from './share-covariance.ts';
import { patternsOfEach, type Patterns } from './table-patterns.ts';
import type { TableStatistics } from './tabulate.ts';

/** What the design says about the shares of a table: linearised covariances and degrees of freedom. */
export interface TableVariance {
  /** Degrees of freedom (PSUs − strata) of everyone in the table, and of each column alone. */
  readonly degreesOfFreedom: number;
  readonly ofColumn: readonly number[];
  /** PSUs with respondents in each column. */
  readonly psusOfColumn: readonly number[];
  /** Degrees of freedom of two columns taken together. */
  readonly ofPair: (one: number, other: number) => number;
  /** Why there is no variance at all; null where there is. */
  readonly reason: string | null;
  /**
   * Covariances (columns × columns) of the shares of one row in every column: of ratios of totals, over
   * the full design with the column as domain. As `svyby(…, svymean, covmat = TRUE)` of R.
   */
  readonly sharesOf: ShareCovariance;
  /** Covariance of two functions of the pattern cells' totals, given by their gradients. */
  readonly ofFunctions: (one: Float64Array, other: Float64Array) => number;
}

export interface TableVarianceInput {
  readonly statistics: TableStatistics;
  readonly respondents: number;
  readonly complex: ComplexTable | null;
  readonly rowPatterns: Patterns;
  readonly columnPatterns: Patterns;
  readonly columnCount: number;
}

/**
 * Variances of a table from its additive sums. One row at a time needs only two cells per column (in
 * the row, or not), so nothing grows with the square of the table.
 */
export function createTableVariance(input: TableVarianceInput): TableVariance {
  const variance = input.complex === null ? simpleVariance(input) : complexVariance(input, input.complex);
  // Every row compares the same pairs.
  const known = new Map<number, number>();
  return {
    ...variance,
    ofPair: (one, other) => {
      const pair = one * input.columnCount + other;
      const found = known.get(pair) ?? variance.ofPair(one, other);
      known.set(pair, found);
      return found;
    },
  };
}

function simpleVariance(input: TableVarianceInput): TableVariance {
  const { statistics, respondents, rowPatterns, columnPatterns, columnCount } = input;
  const { n, sumWeights, sumSquaredWeights } = statistics;
  const width = columnPatterns.length;
  const places = patternsOfEach(columnPatterns, columnCount);
  const perPattern = columnPatterns.map((_, pattern) => {
    let sum = 0;
    for (let cell = pattern; cell < n.length; cell += width) sum += n[cell]!;
    return sum;
  });
  const respondentsIn = (patterns: Iterable<number>): number => {
    let sum = 0;
    for (const pattern of patterns) sum += perPattern[pattern]!;
    return sum;
  };
  const factor = respondents > 1 ? respondents / (respondents - 1) : 0;
  return {
    degreesOfFreedom: respondentsIn(perPattern.keys()) - 1,
    ofColumn: places.map((patterns) => respondentsIn(patterns) - 1),
    psusOfColumn: places.map(respondentsIn),
    ofPair: (one, other) => respondentsIn(new Set([...places[one]!, ...places[other]!])) - 1,
    reason: respondents > 1 ? null : 'There is one respondent, so there is no variance to be seen.',
    sharesOf: (row, shares, bases) => {
      const inside = new Float64Array(width);
      const outside = new Float64Array(width);
      rowPatterns.forEach((categories, rowPattern) => {
        const into = categories.includes(row) ? inside : outside;
        for (let pattern = 0; pattern < width; pattern += 1)
          into[pattern] = into[pattern]! + sumSquaredWeights[rowPattern * width + pattern]!;
      });
      // The influences of a share add up to 0 over its column, so only Σw² counts.
      return fill(columnCount, places, shares, bases, (one, other, pattern) => {
        const both = (1 - one) * (1 - other) * inside[pattern]! + one * other * outside[pattern]!;
        return factor * both;
      });
    },
    ofFunctions: (one, other) => {
      let product = 0;
      let first = 0;
      let second = 0;
      for (let cell = 0; cell < n.length; cell += 1) {
        product += one[cell]! * other[cell]! * sumSquaredWeights[cell]!;
        first += one[cell]! * sumWeights[cell]!;
        second += other[cell]! * sumWeights[cell]!;
      }
      return respondents > 1 ? factor * (product - (first * second) / respondents) : 0;
    },
  };
}

/** Covariances where those of different patterns are 0: patterns that two columns share are summed. */
function fill(
  columnCount: number,
  places: readonly (readonly number[])[],
  shares: readonly (number | null)[],
  bases: Float64Array,
  ofPattern: (one: number, other: number, pattern: number) => number,
): Float64Array {
  const covariance = new Float64Array(columnCount * columnCount);
  const disjoint = places.every((patterns) => patterns.length <= 1);
  for (let one = 0; one < columnCount; one += 1) {
    for (let other = 0; other <= one; other += 1) {
      if (disjoint && one !== other) continue;
      const [first, second] = [shares[one] ?? null, shares[other] ?? null];
      if (first === null || second === null) continue;
      let sum = 0;
      for (const pattern of places[one]!)
        if (places[other]!.includes(pattern)) sum += ofPattern(first, second, pattern);
      const value = sum / (bases[one]! * bases[other]!);
      covariance[one * columnCount + other] = value;
      covariance[other * columnCount + one] = value;
    }
  }
  return covariance;
}

function complexVariance(input: TableVarianceInput, { design, sums }: ComplexTable): TableVariance {
  const { rowPatterns, columnPatterns, columnCount } = input;
  const places = patternsOfEach(columnPatterns, columnCount);
  const whole = createCellVariance(design, sums);
  const presence = columnPresence(input, { design, sums }, places);
  const ofColumn = places.map((_, column) => presence(column, column));
  return {
    degreesOfFreedom: whole.degreesOfFreedom,
    ofColumn: ofColumn.map(({ psus, strata }) => psus - strata),
    psusOfColumn: ofColumn.map(({ psus }) => psus),
    ofPair: (one, other) => {
      const { psus, strata } = presence(one, other);
      return psus - strata;
    },
    reason: whole.reason,
    sharesOf: createShareCovariance(
      { design, sums },
      varianceScale(design, presentStrata(design, sums)),
      rowPatterns,
      columnPatterns,
      columnCount,
    ),
    ofFunctions: (one, other) => {
      if (one === other) return whole.variance(one);
      const sum = whole.variance(one.map((value, cell) => value + other[cell]!));
      return (sum - whole.variance(one) - whole.variance(other)) / 2;
    },
  };
}

/** Counts the PSUs and strata that have respondents in one column, or in one of two. */
function columnPresence(
  { columnPatterns, statistics }: TableVarianceInput,
  { design, sums }: ComplexTable,
  places: readonly (readonly number[])[],
): (one: number, other: number) => { readonly psus: number; readonly strata: number } {
  const width = columnPatterns.length;
  const groups = sums.starts.length - 1;
  const isIn = places.map(() => new Uint8Array(groups));
  for (let group = 0; group < groups; group += 1)
    for (let at = sums.starts[group]!; at < sums.starts[group + 1]!; at += 1)
      for (const column of columnPatterns[sums.cells[at]! % width]!) isIn[column]![group] = 1;
  return (one, other) => {
    let psus = 0;
    const strata = new Uint8Array(design.psusPerStratum.length);
    for (let group = 0; group < groups; group += 1) {
      if (isIn[one]![group] === 0 && isIn[other]![group] === 0) continue;
      psus += 1;
      strata[stratumOfGroup(design, group)] = 1;
    }
    if (design.psu === null) {
      const patterns = new Set([...places[one]!, ...places[other]!]);
      psus = 0;
      for (let cell = 0; cell < statistics.n.length; cell += 1)
        if (patterns.has(cell % width)) psus += statistics.n[cell]!;
    }
    return { psus, strata: strata.reduce((sum, present) => sum + present, 0) };
  };
}

/** Marks the strata that have respondents in the table. */
function presentStrata(design: ComplexTable['design'], { starts }: ComplexTable['sums']): Uint8Array {
  const isPresent = new Uint8Array(design.psusPerStratum.length);
  for (let group = 0; group + 1 < starts.length; group += 1)
    if (starts[group] !== starts[group + 1]) isPresent[stratumOfGroup(design, group)] = 1;
  return isPresent;
}
