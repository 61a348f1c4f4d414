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

/** Share of the points at stake that must be answered. With so few questions, 70 % would turn away who leaves out one. */
export const MINIMUM_ANSWERED_01 = 0.5;

/** The item's best points: what is at stake with it. */
export const atStake = (points: readonly number[]): number => Math.max(0, ...points);

/**
 * Total of a respondent on the scale of `largestTotal`, made on what she answered; NaN where less than
 * half of the points at stake were answered.
 */
export function totalOf(
  items: readonly TypingItem[],
  { items: chosen, points, largestTotal }: Pick<Scorecard, 'items' | 'points' | 'largestTotal'>,
  row: number,
): number {
  let sum = 0;
  let answered = 0;
  for (let place = 0; place < chosen.length; place += 1) {
    const code = items[chosen[place]!]!.indices[row]!;
    const own = points[place]!;
    if (code >= own.length) continue;
    sum += own[code]!;
    answered += atStake(own);
  }
  if (!(answered > 0) || answered < MINIMUM_ANSWERED_01 * largestTotal - 1e-9) return Number.NaN;
  return answered === largestTotal ? sum : (sum * largestTotal) / answered;
}

/** Segment of a total; −1 where there is none. */
export function segmentOf(total: number, from: readonly number[]): number {
  if (Number.isNaN(total)) return -1;
  let segment = 0;
  for (const [place, start] of from.entries()) if (total >= start - 1e-9) segment = place + 1;
  return segment;
}
