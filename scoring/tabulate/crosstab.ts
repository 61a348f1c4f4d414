import { NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import type { Crosstab } from '../../contracts/table.ts';
import { isCensus } from '../design/is-census.ts';
import type { Correction } from '../statistics/adjust-p-values.ts';
import { effectiveBase } from '../statistics/effective-base.ts';
import type { DesignInterval } from '../statistics/proportion-interval.ts';
import { categorySums } from './category-sums.ts';
import { columnLetter } from './column-letter.ts';
import type { ComplexTable } from './counted-table.ts';
import { rowTrend } from './row-trend.ts';
import { tableCells } from './table-cells.ts';
import { onePattern, overlaps, type Patterns } from './table-patterns.ts';
import { refuseTooLarge } from './table-size.ts';
import { tableTests } from './table-tests.ts';
import { createTableVariance } from './table-variance.ts';
import type { TableStatistics } from './tabulate.ts';
import { withholdCells } from './withhold-cells.ts';

export type Axis = Crosstab['rows'];

/** How a table is worked out; every option has a default. */
export interface CrosstabOptions {
  /** Of the column proportion. Default: logit. */
  readonly interval?: DesignInterval;
  /** Level of intervals, 0–1. Default 0.95. */
  readonly confidence?: number;
  /** Columns with fewer respondents are withheld. Default 0: none. */
  readonly minimumBase?: number;
  /** For the comparisons within a row. Default: Bonferroni. */
  readonly correction?: Correction;
  /** Significance levels of letters: one, or two of which the smaller is in upper case. Default 0.05. */
  readonly levels?: readonly number[];
  /** Whether to list every comparison, not only its letters. */
  readonly comparisons?: boolean;
  /** Whether to test for a trend over the rows. Default: where the rows are ordered. */
  readonly trend?: boolean;
}

export interface CrosstabInput {
  /** Sums over categories, or over patterns where a side has several answers. */
  readonly statistics: TableStatistics;
  /** Categories in the order of the statistics' indices. */
  readonly rows: Axis;
  readonly columns: Axis;
  /** Categories of each value of a side; absent: one answer each. */
  readonly rowPatterns?: Patterns;
  readonly columnPatterns?: Patterns;
  /** Whether weights were used. */
  readonly weighted: boolean;
  /** Respondents of the whole sample. Default: those in the table and those the count left out. */
  readonly respondents?: number;
  /** Strata, PSUs, finite populations; absent: a simple sample. */
  readonly complex?: ComplexTable | null;
  /** Who was left out, and why. */
  readonly excluded: Crosstab['excluded'];
  readonly notes: readonly string[];
  readonly options?: CrosstabOptions;
}

/** Relative difference of bases that rounding can make where all weights are the same. */
const ROUNDING = 1e-9;

/**
 * Makes the table an analyst reads from additive statistics: counts, column, row and total proportions
 * (0–1, of the weighted counts; null where the base is empty) with standard error, interval and design
 * effect of the column proportion; bases (unweighted, weighted, Kish's effective); adjusted residuals
 * (weights rescaled to the sample size), letters of significantly lower columns, and tests. "Plain" is a
 * simple sample without weights, or with weights that are all the same; all else is judged by its design.
 *
 * Throws NOT_COMPUTABLE for more categories than can be shown.
 */
export function crosstab(input: CrosstabInput): Crosstab {
  const { statistics, rows, columns, options = {}, complex = null } = input;
  const rowPatterns = input.rowPatterns ?? onePattern(rows.categories.length);
  const columnPatterns = input.columnPatterns ?? onePattern(columns.categories.length);
  const [rowsOverlap, columnsOverlap] = [overlaps(rowPatterns), overlaps(columnPatterns)];
  const rowSide = { patterns: rowPatterns, count: rows.categories.length };
  const columnSide = { patterns: columnPatterns, count: columns.categories.length };
  refuseTooLarge(
    { variable: rows.variable, categories: rowSide.count, patterns: rowPatterns.length },
    { variable: columns.variable, categories: columnSide.count, patterns: columnPatterns.length },
  );
  const n = categorySums(statistics.n, rowSide, columnSide);
  const sumWeights = categorySums(statistics.sumWeights, rowSide, columnSide);
  const sumSquaredWeights = categorySums(statistics.sumSquaredWeights, rowSide, columnSide);
  const respondents = input.respondents ?? n.total + statistics.excluded;
  const effective = effectiveBase(sumWeights.total, sumSquaredWeights.total);
  const unequal = input.weighted && n.total - effective > ROUNDING * n.total;
  const isPlain = complex === null && !unequal;
  const minimumBase = options.minimumBase ?? 0;
  const confidence = options.confidence ?? 0.95;
  const method = options.interval ?? 'logit';
  const variance = createTableVariance({
    statistics,
    respondents,
    complex,
    rowPatterns,
    columnPatterns,
    columnCount: columnSide.count,
  });
  const withheld = withholdCells({ n, minimumBase, rowsOverlap, columnsOverlap });
  const { cells, columnTests } = tableCells({
    rows: rows.categories.map(({ code }) => code),
    columns: columns.categories.map(({ code }) => code),
    n,
    sumWeights,
    sumSquaredWeights,
    variance,
    withheld,
    isPlain,
    columnsOverlap,
    isCensus: complex !== null && isCensus(complex.design),
    method,
    confidence,
    correction: options.correction ?? 'bonferroni',
    levels: options.levels ?? [0.05],
    comparisons: options.comparisons ?? false,
  });
  const somethingWithheld = withheld.reasons.some((reason) => reason !== null);
  const tests = tableTests({
    ...input,
    complex,
    respondents,
    rowPatterns,
    columnPatterns,
    isPlain,
    n,
    sumWeights,
    sumSquaredWeights,
    somethingWithheld,
  });
  const isTrend = options.trend ?? rows.ordered ?? false;
  const trend =
    isTrend && !rowsOverlap && !somethingWithheld
      ? rowTrend({
          n: statistics.n,
          sumWeights: statistics.sumWeights,
          scores: placesOnScale(rows),
          columns: columns.categories.map(({ code }) => code),
          columnPatterns,
          columnsAreOrdered: columns.ordered ?? false,
          variance: isPlain ? null : variance,
        })
      : undefined;
  const baseOf = (at: (sums: typeof n) => number) => ({
    unweighted: at(n),
    weighted: at(sumWeights),
    effective: effectiveBase(at(sumWeights), at(sumSquaredWeights)),
  });
  return {
    base: baseOf((sums) => sums.total),
    rows,
    columns: {
      ...columns,
      categories: columns.categories.map((category, place) => ({ ...category, letter: columnLetter(place) })),
    },
    cells,
    rowBases: withheld.withoutRowSums
      ? []
      : rows.categories.map(({ code }, place) => ({
          category: code,
          ...baseOf((sums) => sums.rows[place]!),
        })),
    columnBases: columns.categories.map(({ code }, place) => ({
      category: code,
      ...baseOf((sums) => sums.columns[place]!),
    })),
    intervals: { method, confidence },
    excluded: input.excluded,
    tests: { ...tests, ...(trend !== undefined && { trend }) },
    columnTests,
    ...(withheld.summary !== null && { suppression: withheld.summary }),
    notes: [
      ...input.notes,
      ...(complex?.design.notes ?? []),
      ...(withheld.withoutRowSums
        ? ['The bases of rows are withheld: they would give withheld cells away.']
        : []),
    ],
  };
}

/** Places of ordered categories, from 1; who could not be classified has none. */
function placesOnScale({ categories }: Axis): (number | null)[] {
  let place = 0;
  return categories.map(({ code }) => {
    if (code === NOT_CLASSIFIED) return null;
    place += 1;
    return place;
  });
}
