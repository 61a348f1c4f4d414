import { ARCHETYPES, archetypeRank, type Archetype } from '../../contracts/archetype.ts';
import type { Answers } from '../../contracts/answer.ts';
import { FALSE, TRUE } from '../conditions/kleene.ts';
import type { Engine } from '../engine/compile-engine.ts';
import { ANSWERED, type RespondentState } from '../items/respondent-state.ts';
import type { BuiltRules, Decision } from './build-rules.ts';
import { buildInfluence } from './build-influence.ts';

/** One answer that, raised, would move a respondent to a higher archetype. */
export interface Change {
  readonly item: string;
  /** Her code now, and the one that would be enough. */
  readonly from: string;
  readonly code: string;
  readonly archetype: Archetype;
  /** What the change is worth in points (0–100) of the item, times its weight: the size that was minimised. */
  readonly points: number;
}

/**
 * Compiles the search for the smallest change of a single answer that moves a respondent up; null where
 * none does. Every scored item she answered may be raised to each code with more points; skip logic,
 * scores and rules are computed again. Smallest is by points gained times item weight; then codebook order.
 *
 * Only items that can matter are tried: to move up, every condition that fails in some rule above her,
 * and every cap that holds her, must change its mind, so the item must have a say in each of them. The
 * state is left as it was.
 */
export function buildChange(
  engine: Engine,
  rules: BuiltRules,
): (answers: Answers, decision: Decision, state: RespondentState) => Change | null {
  const { model } = engine.codebook;
  const influence = buildInfluence(engine.codebook, engine.scope.variables);
  const ruleInfluence = model.rules.map((rule) => rule.all.map((part) => influence.on(part.when)));
  const capInfluence = model.caps.map((cap) => influence.on(cap.when));
  const ruleRanks = model.rules.map((rule) => archetypeRank(rule.archetype));
  const capRanks = model.caps.map((cap) => archetypeRank(cap.atMost));
  const raisable = raisableItems(engine, influence.opensOthers);
  const trial = engine.createState();

  const matters = new Uint8Array(engine.codebook.variables.length);
  const inAll = new Uint8Array(matters.length);
  const ownScores = new Float64Array(model.scores.length);

  /** Marks in `matters` each variable that has a say in all that keeps her from some rule above; false where no rule is above. */
  const markCandidates = (decision: Decision, state: RespondentState): boolean => {
    const caps = rules.capsOf(state);
    let isBelow = false;
    matters.fill(0);
    for (let rule = 0; rule < ruleRanks.length; rule += 1) {
      if (ruleRanks[rule]! <= decision.highest) continue;
      isBelow = true;
      inAll.fill(1);
      const stands = rules.conditionsOf(rule, state);
      for (let part = 0; part < stands.length; part += 1)
        if (stands[part] !== TRUE) keepOnly(inAll, ruleInfluence[rule]![part]!);
      for (let cap = 0; cap < caps.length; cap += 1)
        if (caps[cap] !== FALSE && capRanks[cap]! <= decision.highest) keepOnly(inAll, capInfluence[cap]!);
      for (let place = 0; place < matters.length; place += 1) if (inAll[place] === 1) matters[place] = 1;
    }
    return isBelow;
  };

  return (answers, decision, state) => {
    if (decision.lowest !== decision.highest) return null;
    if (!markCandidates(decision, state)) return null;
    let best: Change | null = null;
    ownScores.set(state.scores);
    for (const { index, name, itemWeight, points, codes, raises, rereads } of raisable) {
      if (matters[index] === 0 || state.states[index] !== ANSWERED) continue;
      const own = state.codes[index]!;
      const ownPoints = points[own]!;
      if (Number.isNaN(ownPoints)) continue;
      for (const code of raises) {
        const size = (points[code]! - ownPoints) * itemWeight;
        if (size <= 0 || (best !== null && size >= best.points)) continue;
        let there: Decision;
        if (rereads) {
          engine.read({ ...answers, [name]: codes[code]! }, trial);
          there = rules.decide(trial);
        } else {
          state.codes[index] = code;
          engine.score(state);
          there = rules.decide(state);
          state.codes[index] = own;
          state.scores.set(ownScores);
        }
        if (there.lowest > decision.highest && there.lowest === there.highest)
          best = {
            item: name,
            from: codes[own]!,
            code: codes[code]!,
            archetype: ARCHETYPES[there.lowest]!,
            points: size,
          };
      }
    }
    return best;
  };
}

interface RaisableItem {
  readonly index: number;
  readonly name: string;
  readonly itemWeight: number;
  /** Points by code index; NaN where the code has none. */
  readonly points: Float64Array;
  readonly codes: readonly string[];
  /** Code indices that have points, in the codebook's order. */
  readonly raises: readonly number[];
  /** Other items depend on it, or one of its points stands on a missing code: answers are read again. */
  readonly rereads: boolean;
}

function raisableItems(engine: Engine, opensOthers: Uint8Array): RaisableItem[] {
  return [...engine.scope.variables.values()].flatMap(({ index, variable, codes, codeIndex, isMissing }) => {
    const { scoring, name } = variable;
    if (scoring === undefined) return [];
    const raises = Object.keys(scoring.points).map((code) => codeIndex.get(code)!);
    return [
      {
        index,
        name,
        itemWeight: scoring.itemWeight,
        points: Float64Array.from(codes, (code) => scoring.points[code] ?? Number.NaN),
        codes,
        raises,
        rereads: opensOthers[index] === 1 || raises.some((code) => isMissing[code] === 1),
      },
    ];
  });
}

function keepOnly(set: Uint8Array, other: Uint8Array): void {
  for (let place = 0; place < set.length; place += 1) if (other[place] === 0) set[place] = 0;
}
