/** One question that a typing tool may ask. */
export interface TypingItem {
  readonly name: string;
  /** Category per respondent; `categoryCount` and above are missing. */
  readonly indices: Uint16Array;
  readonly categoryCount: number;
  /**
   * Rank of each category on the item's scale (equal ranks get equal points), so that more never gives
   * fewer points; −1 for a category off the scale, such as "skipped". Absent: no scale.
   */
  readonly ranks?: readonly number[];
  /** The category that means no answer, where enough left the question out for points of its own. */
  readonly unanswered?: number;
  /** Other items (by position) that must be asked for this one to be asked. */
  readonly gates: readonly number[];
  /** May be chosen for itself; else it comes along as a gate only. */
  readonly candidate: boolean;
}

export interface TypingData {
  readonly items: readonly TypingItem[];
  /** Segment of each respondent, 0 … segmentCount − 1 in their order. */
  readonly target: Uint8Array;
  readonly segmentCount: number;
  /** Weight of each respondent, > 0. */
  readonly weights: Float64Array;
}

/** Names of the items `chosen` stands for, with what must be asked before them, each once. */
export function withGates(items: readonly TypingItem[], chosen: number): number[] {
  return [...items[chosen]!.gates, chosen];
}
