import { effectiveBase } from '../statistics/effective-base.ts';
import { alphaInterval } from './alpha-interval.ts';
import { correlationOf } from './correlation-of.ts';
import { cronbachAlpha } from './cronbach-alpha.ts';
import { itemNonresponse, type ItemNonresponse } from './item-nonresponse.ts';
import { itemRestCorrelation } from './item-rest-correlation.ts';
import { mcdonaldOmega } from './mcdonald-omega.ts';
import { oneFactor } from './one-factor.ts';
import type { ScaleItem } from './scale-item.ts';
import { weightedCovariance } from './weighted-covariance.ts';

export interface ReliabilityRequest {
  readonly items: readonly ScaleItem[];
  /** 0: left out. Null: everyone counts 1. */
  readonly weights: Float64Array | null;
  /** Level of the interval of alpha. */
  readonly confidence: number;
}

/** Statistics of one item over the complete respondents; null where they cannot be computed. */
export interface ItemReliability extends ItemNonresponse {
  readonly item: string;
  readonly label: string;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  /** Shares (0–1, weighted) at the lowest and at the highest points. */
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly itemRest: number | null;
  readonly alphaIfDropped: number | null;
  /** Loading on the one factor of omega. */
  readonly loading: number | null;
  /** Why a number of this item is null. */
  readonly reason?: string;
}

export interface Reliability {
  readonly respondents: number;
  /** Respondents with points on every item: all but non-response is about these. */
  readonly complete: number;
  /** Kish's effective base of the complete. */
  readonly effectiveBase: number;
  readonly alpha: number | null;
  readonly standardizedAlpha: number | null;
  readonly alphaInterval: readonly [number, number] | null;
  readonly omega: number | null;
  readonly meanInterItemCorrelation: number | null;
  /** Shares (0–1, weighted) with the lowest, and with the highest, points on every item. */
  readonly floor: number | null;
  readonly ceiling: number | null;
  /** Why alpha and what rests on it is null. */
  readonly reason?: string;
  /** Why omega is null. */
  readonly omegaReason?: string;
  readonly items: readonly ItemReliability[];
  readonly warnings: readonly string[];
}

/**
 * Reliability of a scale over the respondents with points on all its items (listwise): alpha, omega,
 * item–rest correlations, alpha if an item is dropped, floor, ceiling, and item non-response over all. As
 * R's `psych::alpha` and `factanal(factors = 1)`; with weights on the weighted covariance, which gives
 * alpha as `survey::svycralpha`.
 */
export function reliability({ items, weights, confidence }: ReliabilityRequest): Reliability {
  const size = items.length;
  const rows = completeRows(items, weights);
  const bases = {
    respondents: weights === null ? (items[0]?.values.length ?? 0) : countAbove(weights),
    complete: rows.length,
    effectiveBase: effectiveOf(rows, weights),
  };
  const shares = items.map((item) => edgeShares([item], rows, weights));
  const reason = refusal(items, rows);
  if (reason !== null)
    return {
      ...bases,
      ...{ alpha: null, standardizedAlpha: null, alphaInterval: null, omega: null },
      meanInterItemCorrelation: null,
      ...edgeShares(items, rows, weights),
      reason,
      items: items.map((item, place) => ({
        ...describeItem(item, weights),
        ...{ mean: null, standardDeviation: null, itemRest: null, alphaIfDropped: null, loading: null },
        ...shares[place]!,
        reason,
      })),
      warnings: [],
    };
  const { means, covariance } = weightedCovariance(
    items.map(({ values }) => values),
    rows,
    weights,
  );
  const correlation = correlationOf(covariance, size);
  const alpha = cronbachAlpha(covariance, size);
  const factor = oneFactor(correlation, size);
  const rest = items.map((_, place) => itemRestCorrelation(covariance, size, place));
  return {
    ...bases,
    alpha,
    standardizedAlpha: cronbachAlpha(correlation, size),
    alphaInterval: alpha === null ? null : alphaInterval(alpha, bases.effectiveBase, size, confidence),
    omega: 'reason' in factor ? null : mcdonaldOmega(factor),
    meanInterItemCorrelation: (correlation.reduce((sum, one) => sum + one, 0) - size) / (size * (size - 1)),
    ...edgeShares(items, rows, weights),
    ...(alpha === null ? { reason: 'The items cancel out: their sum does not vary.' } : {}),
    ...('reason' in factor ? { omegaReason: factor.reason } : {}),
    items: items.map((item, place) => ({
      ...describeItem(item, weights),
      mean: means[place]!,
      standardDeviation: Math.sqrt(covariance[place * size + place]!),
      ...shares[place]!,
      itemRest: rest[place]!,
      alphaIfDropped: cronbachAlpha(covariance, size, place),
      loading: 'reason' in factor ? null : factor.loadings[place]!,
      ...whyNull(size, 'reason' in factor ? factor.reason : null),
    })),
    warnings: [
      ...items.flatMap(({ name }, place) =>
        (rest[place] ?? 0) < 0
          ? [
              `"${name}" runs against the other items (item–rest correlation ${rest[place]!.toFixed(2)}): check the direction of its points.`,
            ]
          : [],
      ),
      ...(!('reason' in factor) && factor.isAtBound
        ? ['One item takes up the whole factor (a uniqueness at its bound 0.005): do not lean on omega.']
        : []),
    ],
  };
}

/** With two items there is no scale left to drop one from; without the factor there are no loadings. */
function whyNull(size: number, noFactor: string | null): { readonly reason?: string } {
  const noRest = size < 3 ? 'Dropping one of two items leaves no scale.' : null;
  const reasons = [noRest, noFactor].filter((reason) => reason !== null);
  return reasons.length === 0 ? {} : { reason: reasons.join(' ') };
}

const describeItem = (item: ScaleItem, weights: Float64Array | null) => ({
  item: item.name,
  label: item.label,
  ...itemNonresponse(item, weights),
});

function completeRows(items: readonly ScaleItem[], weights: Float64Array | null): Uint32Array {
  const length = items[0]?.values.length ?? 0;
  const rows: number[] = [];
  for (let row = 0; row < length; row += 1) {
    if (weights !== null && !(weights[row]! > 0)) continue;
    if (items.every(({ values }) => !Number.isNaN(values[row]))) rows.push(row);
  }
  return Uint32Array.from(rows);
}

function refusal(items: readonly ScaleItem[], rows: Uint32Array): string | null {
  if (items.length < 2) return 'A scale needs at least two items.';
  const needed = Math.max(3, items.length + 1);
  if (rows.length < needed)
    return `Only ${rows.length} respondents have points on all items; expected at least ${needed}.`;
  const constant = items.find(({ values }) => rows.every((row) => values[row] === values[rows[0]!]));
  return constant === undefined
    ? null
    : `"${constant.name}" is the same for all complete respondents, so it cannot go with the others. Leave it out.`;
}

function effectiveOf(rows: Uint32Array, weights: Float64Array | null): number {
  if (weights === null) return rows.length;
  let sum = 0;
  let squares = 0;
  for (const row of rows) {
    sum += weights[row]!;
    squares += weights[row]! ** 2;
  }
  return effectiveBase(sum, squares);
}

const countAbove = (weights: Float64Array): number =>
  weights.reduce((count, weight) => count + Number(weight > 0), 0);

/** Shares of the rows where all items have their lowest, and their highest, points. */
function edgeShares(items: readonly ScaleItem[], rows: Uint32Array, weights: Float64Array | null) {
  if (rows.length === 0 || items.length === 0) return { floor: null, ceiling: null };
  const ranges = items.map(({ values, range }) => range ?? observedRange(values, rows));
  let floor = 0;
  let ceiling = 0;
  let sum = 0;
  for (const row of rows) {
    const weight = weights === null ? 1 : weights[row]!;
    sum += weight;
    if (items.every(({ values }, item) => values[row]! <= ranges[item]![0])) floor += weight;
    if (items.every(({ values }, item) => values[row]! >= ranges[item]![1])) ceiling += weight;
  }
  return { floor: floor / sum, ceiling: ceiling / sum };
}

function observedRange(values: Float64Array, rows: Uint32Array): readonly [number, number] {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const row of rows) {
    lowest = Math.min(lowest, values[row]!);
    highest = Math.max(highest, values[row]!);
  }
  return [lowest, highest];
}
