/** How an item stands for a respondent, for item non-response. Skipped is not unanswered. */
export const RESPONSE_STATES = [
  'answered',
  'dontKnow',
  'refused',
  'otherMissing',
  'unanswered',
  'skipped',
] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

/** One item of a scale, a column over respondents. */
export interface ScaleItem {
  readonly name: string;
  readonly label: string;
  /** Points, NaN where there are none. A skipped item may have points, where its scale gives it some. */
  readonly values: Float64Array;
  /** Places in `RESPONSE_STATES`. */
  readonly states: Uint8Array;
  /** Lowest and highest points that can be had; null: those that occur. */
  readonly range: readonly [lowest: number, highest: number] | null;
}
