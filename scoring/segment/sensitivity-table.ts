import { ARCHETYPES, NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import { SCORE_TOLERANCE } from '../conditions/build-condition.ts';
import type { Engine } from '../engine/compile-engine.ts';
import { buildRules, type Decision } from '../rules/build-rules.ts';
import { buildThresholds } from '../rules/build-thresholds.ts';
import type { StateKeeper } from '../rules/create-state-keeper.ts';
import { listThresholds } from '../rules/list-thresholds.ts';
import { moveThreshold } from '../rules/move-threshold.ts';
import { nearestCentroids } from '../cluster/nearest-centroids.ts';
import { combine } from './combine.ts';
import { pickScores } from './pick-scores.ts';
import type { Segmentation } from './segmentation.ts';

/** Respondents who change, and what they weigh; shares (0–1) are of all counted, null where there are none. */
export interface ChangeTally {
  readonly changed: number;
  readonly share: number | null;
  readonly changedWeight: number;
  readonly weightedShare: number | null;
  /** By archetype before and after, those that occur, along the scale; "Not classified" is one of them. */
  readonly moves: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly weight: number;
  }[];
}

/** What one threshold does when it moves, all else the same. */
export interface SensitivityRow {
  readonly score: string;
  /** As the model has it, in points (0–100), and where it was moved to. */
  readonly threshold: number;
  readonly movedBy: number;
  readonly movedTo: number;
  /** Where the full step would leave 0–100: why `movedTo` is nearer. */
  readonly note?: string;
  /** Of the segments (rules and clusters combined), and of the rules alone. */
  readonly combined: ChangeTally;
  readonly rules: ChangeTally;
}

export interface SensitivityTable {
  /** Respondents counted: those who agreed to the interview. */
  readonly base: { readonly unweighted: number; readonly weighted: number };
  readonly rows: readonly SensitivityRow[];
}

export interface SensitivityInput {
  readonly engine: Engine;
  readonly segmentation: Segmentation;
  /** What was kept of the same respondents, in the same order. */
  readonly kept: StateKeeper;
  /** Per respondent: 1 where she is not counted (did not agree). */
  readonly excluded?: Uint8Array;
  /** Points by which each threshold is moved. */
  readonly steps?: readonly number[];
}

const STEPS = [-10, -5, 5, 10] as const;
const PLACES = ARCHETYPES.length + 1;

/**
 * How much the segments hang on the thresholds, which are Waymark's own: each threshold of the model is
 * moved by ±5 and ±10 points, one at a time, wherever rules, caps and facts mention it, and the respondents
 * who change archetype are counted. Clusters and their names stay as they are; nearness to a threshold is
 * judged against the moved one.
 */
export function sensitivityTable(input: SensitivityInput): SensitivityTable {
  const { engine, segmentation, kept, excluded, steps = STEPS } = input;
  const { model } = engine.codebook;
  const { size, weights, scores } = segmentation;
  const width = model.scores.length;
  const { margin100 } = model.combine;
  const own = buildRules(model, engine.scope);
  const base = { unweighted: 0, weighted: 0 };
  for (let index = 0; index < size; index += 1) {
    if (excluded?.[index] === 1) continue;
    base.unweighted += 1;
    base.weighted += weights[index]!;
  }
  const separation01 = separations(input);
  const decisions: Decision[] = [];
  for (let index = 0; index < size; index += 1) decisions.push(own.decide(kept.stateAt(index, scores)));

  /** Whether nearness to a threshold can take her to her cluster's archetype. */
  const mayMove = ({ lowest, highest }: Decision, index: number): boolean => {
    const cluster = segmentation.clusterArchetype[index]!;
    const isNextTo = cluster >= 0 && lowest === highest && Math.abs(cluster - lowest) === 1;
    return isNextTo && separation01[index]! >= model.combine.minimumSeparation01;
  };

  const rowOf = (score: string, scoreIndex: number, threshold: number, movedBy: number): SensitivityRow => {
    const movedTo = Math.min(100, Math.max(0, threshold + movedBy));
    const moved = moveThreshold(model, score, threshold, movedTo);
    const rules = buildRules(moved, { ...engine.scope, facts: moved.facts });
    const thresholds = buildThresholds(moved, rules);
    const low = Math.min(threshold, movedTo) - SCORE_TOLERANCE;
    const high = Math.max(threshold, movedTo) - SCORE_TOLERANCE;
    const combinedMoves = tally();
    const ruleMoves = tally();
    for (let index = 0; index < size; index += 1) {
      if (excluded?.[index] === 1) continue;
      const value = scores[index * width + scoreIndex]!;
      // Further from both places than the margin, neither the rules nor her nearness to a threshold change.
      if (Number.isNaN(value) || value < low - margin100 - 1 || value > high + margin100 + 1) continue;
      const isCrossed = value >= low && value < high;
      if (!isCrossed && !mayMove(decisions[index]!, index)) continue;
      const before = decisions[index]!;
      const state = kept.stateAt(index, scores);
      const decision = isCrossed ? rules.decide(state) : before;
      const { up, down } = mayMove(decision, index)
        ? thresholds.nearest(state, decision, margin100)
        : { up: null, down: null };
      const { archetype } = combine(
        {
          ...decision,
          clusterArchetype: segmentation.clusterArchetype[index]!,
          separation01: separation01[index]!,
          up100: up?.distance100 ?? Infinity,
          down100: down?.distance100 ?? Infinity,
        },
        model.combine,
      );
      ruleMoves.add(rankOf(before), rankOf(decision), weights[index]!);
      combinedMoves.add(segmentation.archetype[index]!, archetype, weights[index]!);
    }
    return {
      score,
      threshold,
      movedBy,
      movedTo,
      ...(movedTo === threshold + movedBy ? {} : { note: 'The scale ends there.' }),
      combined: combinedMoves.finish(base),
      rules: ruleMoves.finish(base),
    };
  };
  const rows = listThresholds(model).flatMap(({ score, scoreIndex, threshold }) =>
    steps.map((step) => rowOf(score, scoreIndex, threshold, step)),
  );
  return { base, rows };
}

const rankOf = ({ lowest, highest }: Decision): number => (lowest === highest ? lowest : -1);

function separations({ engine, segmentation }: SensitivityInput): Float64Array {
  const { centroids } = segmentation.clusters;
  if (centroids.length === 0) return new Float64Array(segmentation.size).fill(Number.NaN);
  const { model } = engine.codebook;
  const values = pickScores(model, segmentation.scores);
  const dimensions = model.clusters.scores.length;
  return Float64Array.from(
    segmentation.ids,
    (_, index) =>
      nearestCentroids(values.subarray(index * dimensions, (index + 1) * dimensions), centroids).separation01,
  );
}

function tally() {
  const counts = new Float64Array(PLACES * PLACES);
  const sums = new Float64Array(PLACES * PLACES);
  return {
    add: (from: number, to: number, weight: number): void => {
      if (from === to) return;
      const cell = (from + 1) * PLACES + to + 1;
      counts[cell] = counts[cell]! + 1;
      sums[cell] = sums[cell]! + weight;
    },
    finish: (base: SensitivityTable['base']): ChangeTally => {
      const changed = counts.reduce((sum, count) => sum + count, 0);
      const changedWeight = sums.reduce((sum, weight) => sum + weight, 0);
      return {
        changed,
        share: base.unweighted > 0 ? changed / base.unweighted : null,
        changedWeight,
        weightedShare: base.weighted > 0 ? changedWeight / base.weighted : null,
        moves: [...counts].flatMap((count, cell) =>
          count === 0
            ? []
            : [
                {
                  from: nameOf(Math.floor(cell / PLACES)),
                  to: nameOf(cell % PLACES),
                  count,
                  weight: sums[cell]!,
                },
              ],
        ),
      };
    },
  };
}

const nameOf = (place: number): string => (place === 0 ? NOT_CLASSIFIED : ARCHETYPES[place - 1]!);
