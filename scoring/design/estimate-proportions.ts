import { effectiveBase } from '../statistics/effective-base.ts';
import { proportionInterval, type IntervalMethod } from '../statistics/proportion-interval.ts';
import { cellTotals } from './cell-totals.ts';
import { designEffect, type DesignEffect } from './design-effect.ts';
import type { EstimateBase } from './estimate-base.ts';
import type { Uncertainty } from './estimate-options.ts';
import { isCensus } from './is-census.ts';
import { noVariance } from './no-variance.ts';
import type { SurveyDesign } from './survey-design.ts';
import { uncertainTotal, type TotalEstimate } from './uncertain-total.ts';

export interface ProportionEstimate extends Uncertainty, DesignEffect {
  /** 0–1; null where the base is empty. */
  readonly proportion: number | null;
  readonly unweightedCount: number;
  /** How the interval was made, where there is one. */
  readonly intervalMethod?: IntervalMethod | 'census';
  readonly total: TotalEstimate;
}

export interface ProportionsEstimate {
  readonly categories: readonly ProportionEstimate[];
  readonly base: EstimateBase;
  readonly degreesOfFreedom: number;
}

export interface ProportionsOptions {
  readonly interval: IntervalMethod;
  readonly confidence: number;
}

/**
 * Share and total of each category, with standard error, interval and design effect, as R's
 * `svymean(~factor)`, `svyciprop` and `svytotal` on the respondents that have a category.
 *
 * @param category of each row; `0xffff` or `0xffffffff`: none, or outside the domain.
 */
export function estimateProportions(
  design: SurveyDesign,
  category: Uint16Array | Uint32Array,
  categoryCount: number,
  options: ProportionsOptions,
): ProportionsEstimate {
  const totals = cellTotals(design, category, categoryCount);
  const { n, sumWeights, sumSquaredWeights, degreesOfFreedom, psus } = totals;
  const add = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  const unweighted = add(n);
  const weighted = add(sumWeights);
  const base = { unweighted, weighted, effective: effectiveBase(weighted, add(sumSquaredWeights)) };
  const reason = noVariance(psus) ?? totals.reason;
  const categories = Array.from(n, (unweightedCount, own): ProportionEstimate => {
    const total = uncertainTotal({
      total: sumWeights[own]!,
      variance: reason === null ? totals.variance(oneHot(categoryCount, own)) : 0,
      degreesOfFreedom,
      confidence: options.confidence,
      reason,
    });
    // A category that everyone chose has a share of 1, whatever the rounding of the sums.
    const proportion =
      unweighted === 0 ? null : unweightedCount === unweighted ? 1 : sumWeights[own]! / weighted;
    if (reason !== null || proportion === null)
      return {
        proportion,
        unweightedCount,
        standardError: null,
        interval: null,
        designEffect: null,
        reason: reason ?? '',
        total,
      };
    const isSure = proportion === 0 || proportion === 1;
    const variance = isSure ? 0 : totals.variance(shareGradient(categoryCount, own, proportion, weighted));
    const { method, ...rest } = named(
      proportionInterval({
        proportion,
        variance,
        degreesOfFreedom,
        respondents: unweighted,
        effectiveBase: base.effective,
        isPlain: design.isSimple && !design.isWeighted,
        isCensus: isCensus(design),
        method: options.interval,
        confidence: options.confidence,
      }),
    );
    return {
      proportion,
      unweightedCount,
      standardError: Math.sqrt(variance),
      ...rest,
      ...(method === null ? {} : { intervalMethod: method }),
      ...designEffect({
        variance,
        spread: proportion * (1 - proportion),
        respondents: unweighted,
        sumWeights: weighted,
      }),
      total,
    };
  });
  return { categories, base, degreesOfFreedom };
}

const named = (found: ReturnType<typeof proportionInterval>) =>
  found.interval === null ? { ...found, method: null } : found;

function oneHot(size: number, own: number): Float64Array {
  const gradient = new Float64Array(size);
  gradient[own] = 1;
  return gradient;
}

/** Gradient of a cell's share of all cells by their totals. */
function shareGradient(size: number, own: number, share: number, sumWeights: number): Float64Array {
  const gradient = new Float64Array(size).fill(-share / sumWeights);
  gradient[own] = (1 - share) / sumWeights;
  return gradient;
}
