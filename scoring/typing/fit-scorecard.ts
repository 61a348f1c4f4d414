import { bestCuts } from './best-cuts.ts';
import { fitPoints } from './fit-points.ts';
import type { ItemProducts } from './item-products.ts';
import { atStake, totalOf, type Scorecard } from './scorecard.ts';
import type { TypingData } from './typing-data.ts';

/** Points and cuts for the chosen items, learnt from respondents of `training`. */
export function fitScorecard(
  data: TypingData,
  chosen: readonly number[],
  training: Uint8Array,
  products: ItemProducts,
): Scorecard {
  const { items, target, weights, segmentCount } = data;
  const respondents = training.reduce((sum, one) => sum + one, 0);
  const points = fitPoints(items, chosen, products, respondents);
  const largestTotal = points.reduce((sum, own) => sum + atStake(own), 0);
  const card = { items: chosen, points, largestTotal };
  const weightAt = new Float64Array(segmentCount * (largestTotal + 1));
  for (let row = 0; row < target.length; row += 1) {
    if (training[row] !== 1) continue;
    const total = totalOf(items, card, row);
    if (!Number.isNaN(total))
      weightAt[target[row]! * (largestTotal + 1) + Math.floor(total + 1e-9)]! += weights[row]!;
  }
  return { ...card, from: bestCuts(weightAt, segmentCount, largestTotal) };
}
