import { byCharacters } from '../random/by-characters.ts';
import { createRandom, type Random } from '../random/create-random.ts';
import { shuffle } from '../random/shuffle.ts';

export interface AssignmentRequest {
  /** Ids, each once. */
  readonly ids: readonly string[];
  /** Stratum of each id, in words; the same for all where there are no strata. */
  readonly strata: readonly string[];
  /** Parts of the planned ratio, one per arm, whole numbers above 0. */
  readonly ratio: readonly number[];
  readonly seed: number;
}

/**
 * Assigns people to arms at random within strata. In each stratum every slot of the ratio (1:1:2 has four)
 * is filled as often as every other, but for a remainder that differs by at most one; remainders are dealt
 * from shuffled decks of slots that run on from stratum to stratum, so that over all strata, too, slots
 * differ by at most one. Every person has the chance of each arm that the ratio says.
 *
 * Ids and strata are sorted by their characters first, so that the order of rows plays no role: the same
 * ids, strata, ratio and seed give the same arms.
 *
 * @returns the arm of each id, an index into the ratio
 */
export function assignArms({ ids, strata, ratio, seed }: AssignmentRequest): Uint16Array {
  const random = createRandom(seed);
  const divisor = ratio.reduce(greatestCommonDivisor);
  const slots = ratio.flatMap((part, arm) => new Array<number>(part / divisor).fill(arm));
  const rows = new Map<string, number[]>();
  strata.forEach((stratum, row) => {
    const members = rows.get(stratum);
    if (members === undefined) rows.set(stratum, [row]);
    else members.push(row);
  });
  const deal = dealer(slots.length, random);
  const assigned = new Uint16Array(ids.length);
  for (const stratum of [...rows.keys()].toSorted(byCharacters)) {
    const members = rows.get(stratum)!.toSorted((a, b) => byCharacters(ids[a]!, ids[b]!));
    const remainder = members.length % slots.length;
    const filled: number[] = [];
    for (let round = 0; round < (members.length - remainder) / slots.length; round += 1)
      filled.push(...slots);
    filled.push(...deal(remainder).map((slot) => slots[slot]!));
    shuffle(filled, random);
    members.forEach((row, place) => {
      assigned[row] = filled[place]!;
    });
  }
  return assigned;
}

/** Deals different slots, each deck to its end before the next is shuffled. */
function dealer(size: number, random: Random): (count: number) => number[] {
  let deck: number[] = [];
  return (count) => {
    const hand = deck.splice(0, count);
    if (hand.length === count) return hand;
    const next = Array.from({ length: size }, (_, slot) => slot);
    shuffle(next, random);
    // A slot that this hand already holds waits for a later one.
    const fresh = next.filter((slot) => !hand.includes(slot));
    const drawn = fresh.splice(0, count - hand.length);
    deck = next.filter((slot) => !drawn.includes(slot));
    return [...hand, ...drawn];
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
