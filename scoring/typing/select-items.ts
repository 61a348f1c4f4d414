import { itemEvidence, priorEvidence } from './naive-bayes.ts';
import { withGates, type TypingData } from './typing-data.ts';

/** Items in the order they come in; `added` holds an item and the gates that came along with it. */
export type SelectionPath = readonly { readonly added: readonly number[]; readonly accuracy01: number }[];

/**
 * Forward selection: again and again the item (with the questions that must be asked before it) that raises
 * the weighted accuracy of a naive Bayes classifier most, per question asked. Accuracy is that of rows
 * left out of the counting by their own fold, so an item is never chosen for what it says of its own rows.
 * The first item wins a tie. Stops where no item fits into `most` any more.
 *
 * @param training 1 for respondents that may be learnt from
 */
export function selectItems(
  data: TypingData,
  training: Uint8Array,
  fold: Uint8Array,
  folds: number,
  most: number,
): SelectionPath {
  const { items, target, weights, segmentCount: k } = data;
  const evidence = items.map((_, item) => itemEvidence(data, item, training, fold, folds));
  const sum = priorEvidence(data, training, fold, folds);
  const rows = [...target.keys()].filter((row) => training[row] === 1);
  const total = rows.reduce((all, row) => all + weights[row]!, 0);
  const scores = new Float64Array(k);
  const accuracyWith = (added: readonly number[]): number => {
    let right = 0;
    for (const row of rows) {
      for (let segment = 0; segment < k; segment += 1) {
        let score = sum[row * k + segment]!;
        for (const item of added) score += evidence[item]![row * k + segment]!;
        scores[segment] = score;
      }
      let best = 0;
      for (let segment = 1; segment < k; segment += 1) if (scores[segment]! > scores[best]!) best = segment;
      if (best === target[row]) right += weights[row]!;
    }
    return right / total;
  };
  const path: { added: readonly number[]; accuracy01: number }[] = [];
  const chosen = new Set<number>();
  let accuracy = accuracyWith([]);
  for (;;) {
    let best: { added: readonly number[]; accuracy01: number; gain: number } | undefined;
    for (const [item, { candidate }] of items.entries()) {
      if (!candidate || chosen.has(item)) continue;
      const added = withGates(items, item).filter((one) => !chosen.has(one));
      if (chosen.size + added.length > most) continue;
      const accuracy01 = accuracyWith(added);
      const gain = (accuracy01 - accuracy) / added.length;
      if (best === undefined || gain > best.gain) best = { added, accuracy01, gain };
    }
    if (best === undefined) return path;
    for (const item of best.added) {
      chosen.add(item);
      evidence[item]!.forEach((value, place) => (sum[place]! += value));
    }
    accuracy = best.accuracy01;
    path.push({ added: best.added, accuracy01: best.accuracy01 });
  }
}

/** The items of the longest beginning of a path with at most `most` questions. */
export function itemsWithin(path: SelectionPath, most: number): number[] {
  const items: number[] = [];
  for (const { added } of path) {
    if (items.length + added.length > most) break;
    items.push(...added);
  }
  return items;
}
