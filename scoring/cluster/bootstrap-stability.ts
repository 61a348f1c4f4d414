import { createRandom } from '../random/create-random.ts';
import { distinctRows, type DistinctRows } from './distinct-rows.ts';
import { kMeansSteps, runParts } from './k-means-steps.ts';
import type { LloydStep } from './lloyd.ts';
import type { WeightedRows } from './weighted-rows.ts';

export interface StabilityInput {
  /** Row-major, one row per respondent, on the scale the clusters were found on. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly dimensions: number;
  /** The clusters in question, 0 … k − 1. */
  readonly labels: Uint8Array;
  readonly k: number;
  readonly seed: number;
  /** Bootstrap samples; default 50. */
  readonly draws?: number;
}

export const STABILITY_WORDS = ['unstable', 'doubtful', 'stable', 'high'] as const;
export type StabilityWord = (typeof STABILITY_WORDS)[number];

export interface Stability {
  /** Mean Jaccard similarity per cluster, 0–1; null where it was never met in a bootstrap sample. */
  readonly jaccard: readonly (number | null)[];
  readonly words: readonly (StabilityWord | null)[];
  /** Bootstrap samples that had k different rows. */
  readonly draws: number;
  readonly reason?: string;
}

const DRAWS = 50;
const RESTARTS = 10;

/**
 * How well each cluster is found again in samples drawn from the same respondents with replacement:
 * the mean, over the samples, of the largest Jaccard similarity with a cluster of the sample. Equal
 * draws count once, as `fpc::clusterboot` does by default (Hennig 2007); respondents count by their
 * weight, and keep it when drawn. Under 0.60 unstable, to 0.75 doubtful, to 0.85 stable, above high.
 */
export function bootstrapStability(input: StabilityInput): Stability {
  return runParts(stabilitySteps(input));
}

/** As `bootstrapStability`, sample by sample. */
export function* stabilitySteps(input: StabilityInput): Generator<LloydStep, Stability> {
  const { weights, labels, k, seed, draws = DRAWS } = input;
  const random = createRandom(seed);
  const rows = distinctRows(input.values, weights, input.dimensions);
  const labelOf = Uint8Array.from(
    { length: rows.count },
    (_, group) => labels[rows.order[rows.starts[group]!]!]!,
  );
  const sums = new Float64Array(k);
  const met = new Float64Array(k);
  let done = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    yield { parts: [], progress01: draw / draws };
    const { sample, groups } = drawRows(rows, weights, () => random.next());
    const fitSeed = Math.floor(random.next() * 0x1_0000_0000);
    if (sample.count < k) continue;
    done += 1;
    const fit = runParts(kMeansSteps(sample, { k, restarts: RESTARTS, seed: fitSeed }));
    const found = jaccards(
      sample.weights,
      groups.map((group) => labelOf[group]!),
      fit.labels,
      k,
    );
    found.forEach((similarity, label) => {
      if (similarity === null) return;
      sums[label] = sums[label]! + similarity;
      met[label] = met[label]! + 1;
    });
  }
  const jaccard = Array.from(sums, (sum, label) => (met[label]! > 0 ? sum / met[label]! : null));
  const words = jaccard.map((value) => (value === null ? null : stabilityWord(value)));
  if (!jaccard.includes(null)) return { jaccard, words, draws: done };
  const reason = `A cluster was in none of the ${draws} bootstrap samples that have ${k} different rows.`;
  return { jaccard, words, draws: done, reason };
}

/** What a mean Jaccard similarity means, in fpc's words. */
function stabilityWord(jaccard: number): StabilityWord {
  if (jaccard < 0.6) return 'unstable';
  if (jaccard <= 0.75) return 'doubtful';
  return jaccard <= 0.85 ? 'stable' : 'high';
}

/** As many draws with replacement as there are respondents; who is drawn again counts once. */
function drawRows(
  rows: DistinctRows,
  weights: Float64Array,
  next: () => number,
): { sample: WeightedRows; groups: number[] } {
  const size = weights.length;
  const drawn = new Uint8Array(size);
  for (let draw = 0; draw < size; draw += 1) drawn[Math.floor(next() * size)] = 1;
  const groups: number[] = [];
  const sums: number[] = [];
  for (let group = 0; group < rows.count; group += 1) {
    let sum = 0;
    for (let place = rows.starts[group]!; place < rows.starts[group + 1]!; place += 1) {
      // Places, not row numbers, are drawn: the same sample in whatever order the rows came.
      if (drawn[place] === 1) sum += weights[rows.order[place]!]!;
    }
    if (sum === 0) continue;
    groups.push(group);
    sums.push(sum);
  }
  const { dimensions } = rows;
  const values = new Float64Array(groups.length * dimensions);
  groups.forEach((group, place) => {
    values.set(rows.values.subarray(group * dimensions, (group + 1) * dimensions), place * dimensions);
  });
  return {
    sample: { values, weights: Float64Array.from(sums), count: groups.length, dimensions },
    groups,
  };
}

/** For each cluster of the first labelling, its largest Jaccard similarity with one of the second. */
function jaccards(
  weights: Float64Array,
  first: readonly number[],
  second: Uint8Array,
  k: number,
): (number | null)[] {
  const both = new Float64Array(k * k);
  const ofFirst = new Float64Array(k);
  const ofSecond = new Float64Array(k);
  first.forEach((a, row) => {
    const b = second[row]!;
    both[a * k + b] = both[a * k + b]! + weights[row]!;
    ofFirst[a] = ofFirst[a]! + weights[row]!;
    ofSecond[b] = ofSecond[b]! + weights[row]!;
  });
  return Array.from(ofFirst, (weight, a) => {
    if (weight === 0) return null;
    let most = 0;
    for (let b = 0; b < k; b += 1) {
      most = Math.max(most, both[a * k + b]! / (weight + ofSecond[b]! - both[a * k + b]!));
    }
    return most;
  });
}
