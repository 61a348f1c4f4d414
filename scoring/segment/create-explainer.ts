import { ARCHETYPES } from '../../contracts/archetype.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { conditionReferences } from '../conditions/condition-references.ts';
import { compileEngine, type Engine } from '../engine/compile-engine.ts';
import { growingColumn } from '../growing-column.ts';
import { buildChange, type Change } from '../rules/build-change.ts';
import { buildRules } from '../rules/build-rules.ts';
import { buildThresholds } from '../rules/build-thresholds.ts';
import { createStateKeeper } from '../rules/create-state-keeper.ts';
import { explainNext } from '../rules/explain-next.ts';
import { clusterPosterior, withinVariance } from './cluster-posterior.ts';
import type { Observer } from './create-segmenter.ts';
import { pickScores } from './pick-scores.ts';
import type { Segmentation } from './segmentation.ts';
import { sensitivityTable, type SensitivityTable } from './sensitivity-table.ts';

/** Why one respondent is in her segment. Ids are the model's; texts for people are in the model. */
export interface Explanation {
  /** Place in the segmentation. */
  readonly index: number;
  /** The rule that fired and the cap that lowered her; null where none did or the rules left it open. */
  readonly ruleId: string | null;
  readonly capId: string | null;
  /** What keeps her from the next archetype: conditions of the nearest rule above that do not hold, and the scores they hang on. */
  readonly binding: {
    readonly ruleId: string;
    readonly conditions: readonly string[];
    readonly scores: readonly string[];
  } | null;
  /** Every score threshold whose crossing would change what the rules say, nearest first. */
  readonly thresholds: readonly {
    readonly score: string;
    readonly threshold: number;
    readonly distance100: number;
    readonly direction: 'up' | 'down';
    readonly archetype: string;
  }[];
  /** The smallest change of one answer that moves her up. */
  readonly change: Change | null;
  /** Probability of each cluster, see `clusterPosterior`; NaN where she is in none. */
  readonly posterior: Float64Array;
}

export interface Explainer {
  /** Give this to the segmenter as `observe`; it keeps a few bytes of each respondent. */
  readonly observe: Observer;
  /** One explanation per respondent of the segmentation that was watched, in its order. */
  explain(segmentation: Segmentation): Generator<Explanation, void, void>;
  /** See `sensitivityTable`. */
  sensitivity(segmentation: Segmentation, excluded?: Uint8Array): SensitivityTable;
}

/**
 * Watches a segmenter and explains its result: what each respondent hangs on, and how much the segments
 * hang on the model's thresholds.
 *
 * @param options.changes whether to look for each respondent's smallest change, which needs her answers
 *   and so is done as she is added; without it `change` is null.
 */
export function createExplainer(codebook: Codebook, options: { readonly changes: boolean }): Explainer {
  const engine = compileEngine(codebook);
  const { model } = codebook;
  const rules = buildRules(model, engine.scope);
  const thresholds = buildThresholds(model, rules);
  const findChange = buildChange(engine, rules);
  const kept = createStateKeeper(engine);
  const scoresOf = buildBindingScores(engine);
  /** Different changes are few: each once, and its place per respondent. Place 0 is none. */
  const changes: (Change | null)[] = [null];
  const changePlaces = new Map<string, number>();
  const changeOf = growingColumn((length) => new Uint32Array(length));

  return {
    observe: (answers, state, decision) => {
      kept.add(state);
      if (!options.changes) return;
      const change = findChange(answers, decision, state);
      if (change === null) {
        changeOf.push(0);
        return;
      }
      const key = `${change.item} ${change.from} ${change.code} ${change.archetype}`;
      let place = changePlaces.get(key);
      if (place === undefined) {
        place = changes.length;
        changePlaces.set(key, place);
        changes.push(change);
      }
      changeOf.push(place);
    },
    explain: function* (segmentation) {
      const posteriorAt = buildPosterior(engine, segmentation);
      const changed = changeOf.values();
      for (let index = 0; index < segmentation.size; index += 1) {
        const state = kept.stateAt(index, segmentation.scores);
        const decision = rules.decide(state);
        const decided = decision.lowest === decision.highest;
        const next = explainNext(model, rules, decision, state);
        yield {
          index,
          ruleId: decided ? model.rules[decision.ruleIndex]!.id : null,
          capId: decided && decision.capIndex >= 0 ? model.caps[decision.capIndex]!.id : null,
          binding:
            next === null
              ? null
              : {
                  ruleId: next.ruleId,
                  conditions: next.binding.map(({ id }) => id),
                  scores: scoresOf(
                    next.ruleId,
                    next.binding.map(({ id }) => id),
                  ),
                },
          thresholds: thresholds.all(state, decision).map(({ scoreIndex, rank, ...rest }) => ({
            score: model.scores[scoreIndex]!,
            ...rest,
            direction: rank > decision.lowest ? ('up' as const) : ('down' as const),
            archetype: ARCHETYPES[rank]!,
          })),
          change: changes[changed[index] ?? 0]!,
          posterior: posteriorAt(index),
        };
      }
    },
    sensitivity: (segmentation, excluded) =>
      sensitivityTable({ engine, segmentation, kept, ...(excluded !== undefined && { excluded }) }),
  };
}

/** The scores that conditions of a rule hang on: those they compare, and those that their items count towards. */
function buildBindingScores({
  codebook,
}: Engine): (ruleId: string, conditions: readonly string[]) => string[] {
  const { model } = codebook;
  const scoreOfItem = new Map(codebook.variables.map(({ name, scoring }) => [name, scoring?.score]));
  const known = new Map<string, string[]>();
  for (const rule of model.rules)
    for (const part of rule.all) {
      const { items, thresholds } = conditionReferences([part.when], model.facts);
      const named = new Set<string | undefined>(thresholds.map(({ score }) => score));
      for (const item of items) named.add(scoreOfItem.get(item));
      known.set(
        `${rule.id} ${part.id}`,
        model.scores.filter((score) => named.has(score)),
      );
    }
  return (ruleId, conditions) => {
    const found = new Set(conditions.flatMap((id) => known.get(`${ruleId} ${id}`) ?? []));
    return model.scores.filter((score) => found.has(score));
  };
}

function buildPosterior(
  { codebook: { model } }: Engine,
  { clusters, scores, weights }: Segmentation,
): (index: number) => Float64Array {
  const { centroids, inertia, k } = clusters;
  if (inertia === null || centroids.length === 0) {
    const none = new Float64Array(k).fill(Number.NaN);
    return () => none;
  }
  const dimensions = model.clusters.scores.length;
  const values = pickScores(model, scores);
  const rowAt = (index: number) => values.subarray(index * dimensions, (index + 1) * dimensions);
  let fittedWeight = 0;
  weights.forEach((weight, index) => {
    if (!rowAt(index).some(Number.isNaN)) fittedWeight += weight;
  });
  const variance = withinVariance(inertia, fittedWeight, dimensions);
  return (index) => clusterPosterior(rowAt(index), centroids, variance);
}
