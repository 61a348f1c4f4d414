import type { Crosstab } from '../../contracts/table.ts';
import { estimateMean } from '../design/estimate-mean.ts';
import { estimateQuantiles } from '../design/estimate-quantiles.ts';
import { domainDegreesOfFreedom } from '../design/domain-degrees-of-freedom.ts';
import { linearisedCovariance } from '../design/linearised-covariance.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { compareColumns, differenceTest, lettersOf, type PairTest } from './compare-columns.ts';
import type { CrosstabOptions } from './crosstab.ts';
import { comparisonOf } from './table-cells.ts';
import type { Patterns } from './table-patterns.ts';

export type ColumnMeans = NonNullable<Crosstab['means']>[number];

export interface ColumnMeansInput {
  readonly design: SurveyDesign;
  readonly variable: string;
  readonly label: string;
  /** One per row of the design; NaN: no answer. */
  readonly values: Float64Array;
  /** Category or pattern of each row; from `patterns.length` on: in no column. */
  readonly columns: Uint16Array;
  readonly patterns: Patterns;
  /** Codes of the columns. */
  readonly codes: readonly string[];
  readonly options: CrosstabOptions;
}

/**
 * Mean and median of a numeric variable in every column, over everyone in the column who has a value:
 * mean with linearised standard error, t interval and design effect; median with Woodruff's interval;
 * and the letters of columns whose mean is significantly lower, by the design-based t test of the
 * difference with its covariance (`svyttest` of R), which on plain data needs no equal variances.
 */
export function columnMeans(input: ColumnMeansInput): ColumnMeans {
  const { design, values, codes, options } = input;
  const confidence = options.confidence ?? 0.95;
  const minimumBase = options.minimumBase ?? 0;
  const domains = codes.map((_, column) => domainOf(input, column));
  const estimates = domains.map((inDomain) => ({
    mean: estimateMean(design, values, { confidence, inDomain }),
    median: estimateQuantiles(design, values, [0.5], { confidence, inDomain })[0]!,
  }));
  const influences = estimates.map(({ mean }, column) =>
    values.map((value, row) =>
      domains[column]![row] === 1 && mean.mean !== null
        ? (design.weights[row]! * (value - mean.mean)) / mean.base.weighted
        : 0,
    ),
  );
  const { covariance, reason } = linearisedCovariance(design, influences);
  const width = codes.length;
  const isWithheld = estimates.map(
    ({ mean }) => mean.base.unweighted > 0 && mean.base.unweighted < minimumBase,
  );
  const taking = codes
    .map((_, column) => column)
    .filter((column) => estimates[column]!.mean.standardError !== null && !isWithheld[column]);
  const test = (first: number, second: number): PairTest => {
    if (reason !== undefined) return { reason };
    const both = domains[first]!.map((isIn, row) => Math.max(isIn, domains[second]![row]!));
    const variance =
      covariance[first * width + first]! +
      covariance[second * width + second]! -
      2 * covariance[first * width + second]!;
    const difference = estimates[first]!.mean.mean! - estimates[second]!.mean.mean!;
    return differenceTest(difference, variance, domainDegreesOfFreedom(design, both));
  };
  const comparisons = compareColumns(taking, test, options.correction ?? 'bonferroni');
  const letters = lettersOf(width, comparisons, options.levels ?? [0.05]);
  return {
    variable: input.variable,
    label: input.label,
    columns: codes.map((column, place) => {
      const { mean, median } = estimates[place]!;
      if (isWithheld[place])
        return { column, ...WITHHELD, reason: `Withheld: fewer than ${minimumBase} respondents.` };
      const reasons = [mean.reason, mean.designEffectReason, median.reason].filter(
        (one) => one !== undefined,
      );
      return {
        column,
        unweightedCount: mean.base.unweighted,
        mean: mean.mean,
        standardError: mean.standardError,
        interval: mean.interval === null ? null : [...mean.interval],
        designEffect: mean.designEffect,
        median: median.estimate,
        medianInterval: median.interval === null ? null : [...median.interval],
        higherThan: letters[place]!,
        ...(reasons.length > 0 && { reason: [...new Set(reasons)].join(' ') }),
      };
    }),
    ...(options.comparisons === true && { comparisons: comparisons.map(comparisonOf) }),
  };
}

const WITHHELD = {
  unweightedCount: null,
  mean: null,
  standardError: null,
  interval: null,
  designEffect: null,
  median: null,
  medianInterval: null,
  higherThan: null,
} as const;

/** 1 for rows that are in a column, have a weight and a value. */
function domainOf({ design, values, columns, patterns }: ColumnMeansInput, column: number): Uint8Array {
  const isIn = patterns.map((members) => members.includes(column));
  return Uint8Array.from(values, (value, row) =>
    Number(isIn[columns[row]!] === true && !Number.isNaN(value) && design.weights[row]! > 0),
  );
}
