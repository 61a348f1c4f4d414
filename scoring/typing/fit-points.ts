import type { ItemProducts } from './item-products.ts';
import type { TypingItem } from './typing-data.ts';

/** The largest total that the points of all items aim at. */
const AIMED_TOTAL = 100;
/** Ridge penalty, as that of one respondent of average weight. */
const PENALTY_SHARE = 1;
const MOST_SWEEPS = 2000;
const SETTLED = 1e-10;

/**
 * Whole points per chosen item and category: a ridge regression of the segment's rank on the answers, with
 * points that never fall along an item's scale, moved so that the least answer of an item gives 0 and
 * rescaled so that the best answers together give about 100. A missing answer counts as the item's mean.
 * Solved by coordinate descent on the steps of the scales, steps kept at 0 or above.
 */
export function fitPoints(
  items: readonly TypingItem[],
  chosen: readonly number[],
  products: ItemProducts,
  respondents: number,
): number[][] {
  const steps = chosen.flatMap((item, place) => stepsOf(items[item]!, place));
  const places = chosen.flatMap((item) =>
    Array.from({ length: items[item]!.categoryCount }, (_, code) => products.first[item]! + code),
  );
  const owner = chosen.flatMap((item, place) => Array<number>(items[item]!.categoryCount).fill(place));
  const offsets = chosen.map((_, place) => owner.indexOf(place));
  const { gram, right } = centred(places, owner, products);
  const size = places.length;
  const columns = steps.map(({ place, codes }) => codes.map((code) => offsets[place]! + code));
  const normal = columns.map((one) =>
    Float64Array.from(columns, (other) =>
      one.reduce((sum, a) => other.reduce((inner, b) => inner + gram[a * size + b]!, sum), 0),
    ),
  );
  const penalty = (PENALTY_SHARE * products.totalWeight) / respondents;
  const goal = columns.map((one) => one.reduce((sum, a) => sum + right[a]!, 0));
  const values = descend(
    normal,
    goal,
    penalty,
    steps.map(({ free }) => free),
  );
  const raw = chosen.map((item) => Array<number>(items[item]!.categoryCount).fill(0));
  steps.forEach(({ place, codes }, step) => {
    for (const code of codes) raw[place]![code]! += values[step]!;
  });
  chosen.forEach((item, place) => keepOnScale(items[item]!, raw[place]!));
  return toWholePoints(raw);
}

/** No answer never counts more than the best answer, or less than the least. */
function keepOnScale({ unanswered }: TypingItem, points: number[]): void {
  if (unanswered === undefined) return;
  const others = points.filter((_, code) => code !== unanswered);
  points[unanswered] = Math.min(Math.max(...others), Math.max(Math.min(...others), points[unanswered]!));
}

interface Step {
  readonly place: number;
  /** Categories at this step of the scale or above. */
  readonly codes: readonly number[];
  readonly free: boolean;
}

function stepsOf({ ranks, categoryCount }: TypingItem, place: number): Step[] {
  const codes = Array.from({ length: categoryCount }, (_, code) => code);
  if (ranks === undefined) return codes.map((code) => ({ place, codes: [code], free: true }));
  const levels = [...new Set(ranks.filter((rank) => rank >= 0))].sort((a, b) => a - b);
  return [
    ...levels
      .slice(1)
      .map((level) => ({ place, codes: codes.filter((code) => ranks[code]! >= level), free: false })),
    ...codes.filter((code) => ranks[code]! < 0).map((code) => ({ place, codes: [code], free: true })),
  ];
}

/** Products of categories around each item's mean; a missing answer stands at the mean. */
function centred(places: readonly number[], owner: readonly number[], products: ItemProducts) {
  const { together, size: all, withTarget } = products;
  const size = places.length;
  const itemCount = (owner.at(-1) ?? -1) + 1;
  const plain = new Float64Array(size * size);
  const byItem = new Float64Array(size * itemCount);
  const answered = new Float64Array(itemCount * itemCount);
  places.forEach((from, a) => {
    places.forEach((to, b) => {
      const value = together[from * all + to]!;
      plain[a * size + b] = value;
      byItem[a * itemCount + owner[b]!]! += value;
      answered[owner[a]! * itemCount + owner[b]!]! += value;
    });
  });
  const share = places.map((_, a) => {
    const whole = answered[owner[a]! * itemCount + owner[a]!]!;
    return whole > 0 ? plain[a * size + a]! / whole : 0;
  });
  const gram = plain.map((value, place) => {
    const a = Math.floor(place / size);
    const b = place % size;
    return (
      value -
      share[b]! * byItem[a * itemCount + owner[b]!]! -
      share[a]! * byItem[b * itemCount + owner[a]!]! +
      share[a]! * share[b]! * answered[owner[a]! * itemCount + owner[b]!]!
    );
  });
  const targetByItem = new Float64Array(itemCount);
  places.forEach((place, a) => (targetByItem[owner[a]!]! += withTarget[place]!));
  const right = places.map((place, a) => withTarget[place]! - share[a]! * targetByItem[owner[a]!]!);
  return { gram, right };
}

function descend(
  normal: readonly Float64Array[],
  goal: readonly number[],
  penalty: number,
  free: readonly boolean[],
): Float64Array {
  const values = new Float64Array(goal.length);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let moved = 0;
    for (let step = 0; step < values.length; step += 1) {
      const row = normal[step]!;
      let rest = goal[step]!;
      for (let other = 0; other < values.length; other += 1)
        if (other !== step) rest -= row[other]! * values[other]!;
      const best = rest / (row[step]! + penalty);
      const value = free[step]! ? best : Math.max(0, best);
      moved = Math.max(moved, Math.abs(value - values[step]!));
      values[step] = value;
    }
    if (moved < SETTLED) break;
  }
  return values;
}

function toWholePoints(raw: readonly (readonly number[])[]): number[][] {
  const least = raw.map((points) => Math.min(...points));
  const spread = raw.reduce((sum, points, item) => sum + Math.max(...points) - least[item]!, 0);
  const scale = spread > 0 ? AIMED_TOTAL / spread : 0;
  return raw.map((points, item) => points.map((value) => Math.round((value - least[item]!) * scale)));
}
