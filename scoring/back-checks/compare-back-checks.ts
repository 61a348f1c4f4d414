import type { BackCheckItems } from '../../contracts/back-check.ts';
import type { BackCheckComparison, KappaOrReason, Tally } from '../../contracts/back-check-report.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { byCharacters } from '../random/by-characters.ts';
import { add, agreementShare, comparedIn, NOTHING_COMPARED, tallyOf } from './agreement-share.ts';
import { createAnswerComparer, type CheckedPair } from './compare-answers.ts';
import { compareSegments } from './compare-segments.ts';
import { codeItem } from './item-codes.ts';
import { kappasOf } from './kappa-or-reason.ts';
import { pooledKappa } from './pooled-kappa.ts';

export interface BackCheckInput {
  readonly codebook: Codebook;
  readonly asked: BackCheckItems;
  /** Back-checks that were answered. */
  readonly pairs: readonly CheckedPair[];
  /** Enumerator of each interview that, the person says, never took place. */
  readonly denied: readonly string[];
}

const NOT_CODED: KappaOrReason = { isKnown: false, reason: 'not-coded' };

/**
 * Compares interviews with their back-checks, answer by answer, item by item, enumerator by enumerator and by
 * archetype. An answer that only one side has counts as a disagreement of its own kind.
 */
export function compareBackChecks({ codebook, asked, pairs, denied }: BackCheckInput): BackCheckComparison {
  const variables = asked.items.flatMap((item) => codebook.variables.filter(({ name }) => name === item));
  const compare = createAnswerComparer(
    codebook,
    variables.map(({ name }) => name),
  );
  const outcomes = pairs.map(compare);
  const counted = variables.flatMap(({ name }, place) => (asked.identifying.includes(name) ? [] : [place]));
  const tallies = outcomes.map((ofPair) => tallyOf(counted.map((place) => ofPair[place]!)));
  const coded = variables.map((variable) => codeItem(variable, pairs));
  const countedCodes = counted.flatMap((place) => coded[place] ?? []);
  const items = variables.map((variable, place) => {
    const code = coded[place];
    const kappas = code ? kappasOf(code) : null;
    return {
      item: variable.name,
      label: variable.label,
      ...agreementShare(outcomes.map((ofPair) => tallyOf([ofPair[place]!]))),
      kappa: kappas?.kappa ?? NOT_CODED,
      weightedKappa: kappas && variable.ordered === true ? kappas.weightedKappa : null,
    };
  });
  return {
    pairs: pairs.length,
    denied: denied.length,
    overall: agreementShare(tallies),
    items,
    enumerators: [...new Set([...pairs.map(({ enumerator }) => enumerator), ...denied])]
      .map((enumerator) => {
        const rows = pairs.flatMap((pair, row) => (pair.enumerator === enumerator ? [row] : []));
        const agreement = agreementShare(rows.map((row) => tallies[row]!));
        const denials = denied.filter((name) => name === enumerator).length;
        const others = sumOf(tallies.filter((_, row) => pairs[row]!.enumerator !== enumerator));
        return {
          enumerator,
          pairs: rows.length,
          denied: denials,
          ...agreement,
          pooledKappa: pooledKappa(countedCodes, rows),
          isDoubtful: denials > 0 || liesBelow(agreement.interval, others),
        };
      })
      .toSorted(
        (a, b) =>
          Number(b.isDoubtful) - Number(a.isDoubtful) ||
          (a.agreement01 ?? 2) - (b.agreement01 ?? 2) ||
          byCharacters(a.enumerator, b.enumerator),
      ),
    segments: compareSegments(codebook, asked.items, pairs),
  };
}

const sumOf = (tallies: readonly Tally[]): Tally => tallies.reduce(add, NOTHING_COMPARED);

function liesBelow(interval: readonly [number, number] | null, others: Tally): boolean {
  const compared = comparedIn(others);
  return interval !== null && compared > 0 && interval[1] < others.agree / compared;
}
