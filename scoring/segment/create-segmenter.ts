import { ARCHETYPES } from '../../contracts/archetype.ts';
import type { Answers } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { Respondent } from '../../contracts/respondent.ts';
import { compileEngine } from '../engine/compile-engine.ts';
import type { RespondentState } from '../items/respondent-state.ts';
import { buildRules, type Decision } from '../rules/build-rules.ts';
import { buildThresholds } from '../rules/build-thresholds.ts';
import { agreementOf } from './agreement.ts';
import { combine, type CombineInput } from './combine.ts';
import { confidenceIndex } from './confidence-index.ts';
import { fitClusters } from './fit-clusters.ts';
import { growingColumn } from '../growing-column.ts';
import type { Move, Segmentation } from './segmentation.ts';

/** Sees each respondent as she is added: her answers, and how items, scores and rules stand. Must not keep `state`, which is a buffer. */
export type Observer = (answers: Answers, state: RespondentState, decision: Decision) => void;

export interface SegmenterOptions {
  /** Seeds the k-means starts. */
  readonly seed: number;
  /** Absent: nobody watches, and nothing is paid for it. */
  readonly observe?: Observer | undefined;
}

export interface Segmenter {
  /** Scores and classifies one respondent; keeps her scores, not her answers. */
  add(respondent: Respondent): void;
  /** Fits clusters over all who were added, combines them with the rules, and returns the segments. */
  finish(): Segmentation;
}

const floats = (length: number) => new Float64Array(length);
const ranks = (length: number) => new Int8Array(length);

/**
 * Sorts respondents into archetypes: scores, rules, clusters, and the two combined. Feed them one by
 * one, then finish. Same respondents in the same order, same codebook and seed → the same bytes; in
 * another order, every respondent keeps her scores and archetypes.
 *
 * @throws WaymarkError CODEBOOK_INVALID, or BAD_WEIGHT for a weight that is not a number above 0.
 */
export function createSegmenter(codebook: Codebook, options: SegmenterOptions): Segmenter {
  const engine = compileEngine(codebook);
  const { model } = codebook;
  const rules = buildRules(model, engine.scope);
  const thresholds = buildThresholds(model, rules);
  const state = engine.createState();
  const near100 = 2 * model.combine.margin100;

  const ids: string[] = [];
  const branches: string[] = [];
  const branchNames = new Map<string, string>();
  const weights = growingColumn(floats);
  const scores = growingColumn(floats);
  const up100 = growingColumn(floats);
  const down100 = growingColumn(floats);
  const lowest = growingColumn(ranks);
  const highest = growingColumn(ranks);
  const ceiling = growingColumn(ranks);

  return {
    add: ({ id, branch, weight, answers }) => {
      if (!(weight > 0 && Number.isFinite(weight))) {
        throw new WaymarkError(
          'BAD_WEIGHT',
          `The weight of respondent "${id}" is ${weight}.`,
          'Weights are numbers above 0.',
        );
      }
      engine.read(answers, state);
      const decision = rules.decide(state);
      options.observe?.(answers, state, decision);
      const { up, down } = thresholds.nearest(state, decision, near100);
      ids.push(id);
      const name = branchNames.get(branch) ?? branch;
      branchNames.set(branch, name);
      branches.push(name);
      weights.push(weight);
      for (const score of state.scores) scores.push(score);
      up100.push(up?.distance100 ?? Infinity);
      down100.push(down?.distance100 ?? Infinity);
      lowest.push(decision.lowest);
      highest.push(decision.highest);
      ceiling.push(decision.ceiling);
    },
    finish: () => {
      const low = lowest.values();
      const high = highest.values();
      const caps = ceiling.values();
      const ups = up100.values();
      const downs = down100.values();
      const allWeights = weights.values();
      const allScores = scores.values();
      const ruleArchetype = low.map((rank, index) => (rank === high[index] ? rank : -1));
      const { cluster, separation01, summary } = fitClusters({
        model,
        seed: options.seed,
        scores: allScores,
        weights: allWeights,
        ruleArchetype,
      });
      const clusterArchetype = cluster.map((label) => (label < 0 ? -1 : summary.archetypeOfCluster[label]!));
      const archetype = new Int8Array(ids.length);
      const confidence = new Float64Array(ids.length);
      const moved: Move[] = [];
      for (let index = 0; index < ids.length; index += 1) {
        const input: CombineInput = {
          lowest: low[index]!,
          highest: high[index]!,
          ceiling: caps[index]!,
          clusterArchetype: clusterArchetype[index]!,
          separation01: separation01[index]!,
          up100: ups[index]!,
          down100: downs[index]!,
        };
        const combined = combine(input, model.combine);
        archetype[index] = combined.archetype;
        confidence[index] = confidenceIndex({
          archetype: combined.archetype,
          clusterArchetype: input.clusterArchetype,
          decided: input.lowest === input.highest,
          distance100: Math.min(input.up100, input.down100),
          separation01: input.separation01,
          margin100: model.combine.margin100,
        });
        if (combined.moved !== null) {
          const from = ruleArchetype[index]!;
          const to = combined.archetype;
          moved.push({ index, from, to, kind: combined.moved, reason: reasonOf(combined.moved, input, to) });
        }
      }
      return {
        size: ids.length,
        scoreKeys: model.scores,
        ids,
        branches,
        weights: allWeights,
        archetype,
        ruleArchetype,
        clusterArchetype,
        cluster,
        confidence,
        scores: allScores,
        clusters: summary,
        agreement: agreementOf({
          ruleArchetype,
          clusterArchetype,
          cluster,
          k: model.clusters.k,
          weights: allWeights,
          moved: moved.length,
        }),
        moved,
      };
    },
  };
}

function reasonOf(kind: Move['kind'], input: CombineInput, to: number): string {
  const inside = `clearly inside the ${ARCHETYPES[to]!} cluster`;
  if (kind === 'undecided') {
    return `The answers leave ${ARCHETYPES[input.lowest]!} to ${ARCHETYPES[input.highest]!} open; ${inside}.`;
  }
  const distance100 = to > input.lowest ? input.up100 : input.down100;
  return `${distance100.toFixed(1)} points from the threshold between ${ARCHETYPES[input.lowest]!} and ${ARCHETYPES[to]!}; ${inside}.`;
}
