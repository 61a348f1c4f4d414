import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { createRandom } from '../random/create-random.ts';
import { kMeansSteps, runParts } from './k-means-steps.ts';
import type { LloydStep } from './lloyd.ts';
import type { WeightedRows } from './weighted-rows.ts';

export interface GapInput {
  /** Row-major, one row per respondent, on the scale the clusters are found on. */
  readonly rows: WeightedRows;
  /** Different rows among them. */
  readonly distinct: number;
  readonly ks: readonly number[];
  readonly seed: number;
  /** Reference data sets; default 50. */
  readonly draws?: number;
}

export interface Gap {
  readonly k: number;
  /** Expected less observed log dispersion; null where there are fewer distinct rows than clusters. */
  readonly gap: number | null;
  /** √(1 + 1/B) × standard deviation of the log dispersions of the B reference data sets. */
  readonly standardError: number | null;
}

const DRAWS = 50;
const RESTARTS = 5;
const REFERENCE_RESTARTS = 3;

/**
 * Gap statistic: how much tighter k clusters are than k clusters of uniform data in the same box. As
 * `cluster::clusGap` with its defaults (Tibshirani, Walther & Hastie 2001): dispersion
 * W = Σ over clusters of ½ Σ distances of pairs / cluster size, distances not squared (`d.power = 1`);
 * reference data uniform in the box along the principal components (`spaceH0 = "scaledPCA"`). Weights
 * count pairs by the product of their weights, rescaled to a mean of 1; reference rows carry the same
 * weights, and the components are weighted too.
 */
export function* gapSteps(input: GapInput): Generator<LloydStep, Gap[]> {
  const { ks, seed, distinct, draws = DRAWS } = input;
  const random = createRandom(seed);
  const mean = input.rows.weights.reduce((sum, weight) => sum + weight, 0) / input.rows.count;
  const rows = { ...input.rows, weights: input.rows.weights.map((weight) => weight / mean) };
  const possible = ks.filter((k) => k <= distinct);
  const observed = logDispersions(rows, possible, RESTARTS, seed);
  const drawReference = referenceOf(rows);
  const references: number[][] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    yield { parts: [], progress01: draw / draws };
    const values = drawReference(() => random.next());
    const fitSeed = Math.floor(random.next() * 0x1_0000_0000);
    references.push(logDispersions({ ...rows, values }, possible, REFERENCE_RESTARTS, fitSeed));
  }
  return ks.map((k) => {
    const at = possible.indexOf(k);
    const logs = references.map((reference) => reference[at] ?? Number.NaN);
    const expected = logs.reduce((sum, log) => sum + log, 0) / draws;
    const squares = logs.reduce((sum, log) => sum + (log - expected) ** 2, 0);
    const gap = expected - (observed[at] ?? Number.NaN);
    if (!Number.isFinite(gap)) return { k, gap: null, standardError: null };
    return { k, gap, standardError: Math.sqrt((1 + 1 / draws) * (squares / (draws - 1))) };
  });
}

/**
 * The smallest k whose gap is at least the next one's less its standard error (`Tibs2001SEmax` of
 * `cluster::maxSE`); the last k where there is none. Null where a gap is missing.
 * @param gaps of k = 1, 2, 3 … in order.
 */
export function gapChoice(gaps: readonly Gap[]): number | null {
  if (gaps.length === 0 || gaps.some(({ gap }) => gap === null)) return null;
  const first = gaps.find(({ gap }, place) => {
    const next = gaps[place + 1];
    return next !== undefined && gap! >= next.gap! - next.standardError!;
  });
  return (first ?? gaps.at(-1)!).k;
}

/** Log dispersion of k clusters, for each k; every distance is computed once. */
function logDispersions(rows: WeightedRows, ks: readonly number[], restarts: number, seed: number): number[] {
  const { values, weights, count, dimensions } = rows;
  const labellings = ks.map((k) =>
    k === 1 ? new Uint8Array(count) : runParts(kMeansSteps(rows, { k, restarts, seed })).labels,
  );
  const totals = ks.map((k, one) => {
    const sums = new Float64Array(k);
    labellings[one]!.forEach((label, row) => (sums[label] = sums[label]! + weights[row]!));
    return sums;
  });
  const dispersions = new Float64Array(ks.length);
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      let squares = 0;
      for (let d = 0; d < dimensions; d += 1) {
        const difference = values[a * dimensions + d]! - values[b * dimensions + d]!;
        squares += difference * difference;
      }
      const pair = 0.5 * weights[a]! * weights[b]! * Math.sqrt(squares);
      for (let one = 0; one < ks.length; one += 1) {
        const label = labellings[one]![a]!;
        if (label === labellings[one]![b]!)
          dispersions[one] = dispersions[one]! + pair / totals[one]![label]!;
      }
    }
  }
  return Array.from(dispersions, (dispersion) => Math.log(dispersion));
}

/** Draws as many rows as there are, uniform in the box of the data along its principal components. */
function referenceOf({
  values,
  weights,
  count,
  dimensions,
}: WeightedRows): (next: () => number) => Float64Array {
  const means = new Float64Array(dimensions);
  values.forEach((value, place) => {
    const d = place % dimensions;
    means[d] = means[d]! + (weights[Math.floor(place / dimensions)]! * value) / count;
  });
  const covariance = Matrix.zeros(dimensions, dimensions);
  for (let row = 0; row < count; row += 1) {
    for (let a = 0; a < dimensions; a += 1) {
      for (let b = 0; b < dimensions; b += 1) {
        const product =
          (values[row * dimensions + a]! - means[a]!) * (values[row * dimensions + b]! - means[b]!);
        covariance.set(a, b, covariance.get(a, b) + (weights[row]! * product) / count);
      }
    }
  }
  const axes = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  }).eigenvectorMatrix.to2DArray();
  const low = new Float64Array(dimensions).fill(Infinity);
  const high = new Float64Array(dimensions).fill(-Infinity);
  for (let row = 0; row < count; row += 1) {
    for (let axis = 0; axis < dimensions; axis += 1) {
      let score = 0;
      for (let d = 0; d < dimensions; d += 1) {
        score += (values[row * dimensions + d]! - means[d]!) * axes[d]![axis]!;
      }
      low[axis] = Math.min(low[axis]!, score);
      high[axis] = Math.max(high[axis]!, score);
    }
  }
  return (next) => {
    const drawn = new Float64Array(count * dimensions);
    for (let row = 0; row < count; row += 1) {
      const scores = low.map((least, axis) => least + next() * (high[axis]! - least));
      for (let d = 0; d < dimensions; d += 1) {
        drawn[row * dimensions + d] = scores.reduce(
          (sum, score, axis) => sum + score * axes[d]![axis]!,
          means[d]!,
        );
      }
    }
    return drawn;
  };
}
