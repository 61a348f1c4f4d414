import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { buildCondition } from '../conditions/build-condition.ts';
import { TRUE } from '../conditions/kleene.ts';
import type { IndexedVariable } from '../items/index-variables.ts';
import { ANSWERED, SKIPPED, type RespondentState } from '../items/respondent-state.ts';

interface ScoredItem {
  readonly index: number;
  readonly itemWeight: number;
  /** Points by code index; NaN where the code has none. */
  readonly points: Float64Array;
  /** NaN: a respondent whom the item does not apply to is scored without it. */
  readonly whenSkipped: number;
}

/**
 * Compiles the scores of a model: each is the weighted mean of the points (0–100) of its applicable
 * items. A score exists only where the answered weight (skipped items with `whenSkipped` count as
 * answered) is at least `minimumAnswered01` of the applicable weight; otherwise it is NaN. Don't
 * know, refused and unanswered are left out, never zero. A respondent who is not certainly eligible
 * has no scores. Writes into `state.scores`, model order.
 */
export function buildScores(
  codebook: Codebook,
  variables: ReadonlyMap<string, IndexedVariable>,
): (state: RespondentState) => void {
  const { model } = codebook;
  const items = model.scores.map((): ScoredItem[] => []);
  for (const place of variables.values()) {
    const { scoring, name, type } = place.variable;
    if (scoring === undefined) continue;
    const scoreIndex = model.scores.indexOf(scoring.score);
    if (scoreIndex < 0)
      throw invalid(`"${name}" counts towards "${scoring.score}", which is not a score of the model.`);
    if (type !== 'single')
      throw invalid(`"${name}" has points but is of type ${type}; only single-choice items are scored.`);
    const unknown = Object.keys(scoring.points).find((code) => !place.codeIndex.has(code));
    if (unknown !== undefined)
      throw invalid(`"${name}" gives points to "${unknown}", which is not one of its codes.`);
    items[scoreIndex]!.push({
      index: place.index,
      itemWeight: scoring.itemWeight,
      points: Float64Array.from(place.codes, (code) => scoring.points[code] ?? Number.NaN),
      whenSkipped: scoring.whenSkipped ?? Number.NaN,
    });
  }
  const minimum = model.minimumAnswered01;
  const itemsOnly = { variables, scores: new Map<string, number>(), facts: model.facts };
  const eligible = buildCondition(model.eligible ?? { all: [] }, itemsOnly);
  return (state) => {
    if (eligible(state) !== TRUE) {
      state.scores.fill(Number.NaN);
      return;
    }
    items.forEach((own, scoreIndex) => {
      state.scores[scoreIndex] = scoreOf(own, state, minimum);
    });
  };
}

function scoreOf(items: readonly ScoredItem[], state: RespondentState, minimum01: number): number {
  let applicable = 0;
  let answered = 0;
  let total = 0;
  for (const item of items) {
    const status = state.states[item.index]!;
    let points = Number.NaN;
    if (status === ANSWERED) points = item.points[state.codes[item.index]!]!;
    else if (status === SKIPPED) {
      if (Number.isNaN(item.whenSkipped)) continue;
      points = item.whenSkipped;
    }
    applicable += item.itemWeight;
    if (Number.isNaN(points)) continue;
    answered += item.itemWeight;
    total += item.itemWeight * points;
  }
  return answered > 0 && answered >= minimum01 * applicable - 1e-9 ? total / answered : Number.NaN;
}

function invalid(message: string): WaymarkError {
  return new WaymarkError('CODEBOOK_INVALID', message, 'Correct the scoring of this item in the codebook.');
}
