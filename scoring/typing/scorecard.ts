import type { TypingItem } from './typing-data.ts';

/** Points to add up, and the totals from which each segment begins. */
export interface Scorecard {
  /** Items by position, in the order they were chosen. */
  readonly items: readonly number[];
  /** Item → category → whole points. */
  readonly points: readonly (readonly number[])[];
  /** Total of the best answers. */
  readonly largestTotal: number;
  /** Total from which segment 1, 2 … begins, never falling; segment 0 is below the first. */
  readonly from: readonly number[];
}

/** Share of the questions that must be answered; who is spared one by skip logic has answered it. */
export const MINIMUM_ANSWERED_01 = 0.5;

/** The item's best points: what is at stake with it. */
export const atStake = (points: readonly number[]): number => Math.max(0, ...points);

/**
 * Total of a respondent on the scale of `largestTotal`; NaN where less than half of the questions with points
 * were answered. No answer counts its own points where the item has any, else the item is left out and the
 * rest scaled up.
 */
export function totalOf(
  items: readonly TypingItem[],
  { items: chosen, points, largestTotal }: Pick<Scorecard, 'items' | 'points' | 'largestTotal'>,
  row: number,
): number {
  let sum = 0;
  let known = 0;
  let asked = 0;
  let answered = 0;
  for (let place = 0; place < chosen.length; place += 1) {
    const { indices, unanswered } = items[chosen[place]!]!;
    const own = points[place]!;
    const stake = atStake(own);
    if (stake === 0) continue;
    asked += 1;
    const code = indices[row]!;
    if (code >= own.length) continue;
    sum += own[code]!;
    known += stake;
    answered += Number(code !== unanswered);
  }
  if (known === 0 || answered < MINIMUM_ANSWERED_01 * asked) return Number.NaN;
  return known === largestTotal ? sum : (sum * largestTotal) / known;
}

/** Segment of a total; −1 where there is none. */
export function segmentOf(total: number, from: readonly number[]): number {
  if (Number.isNaN(total)) return -1;
  let segment = 0;
  for (const [place, start] of from.entries()) if (total >= start - 1e-9) segment = place + 1;
  return segment;
}
