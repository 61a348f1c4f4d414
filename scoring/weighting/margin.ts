/**
 * Known counts of a population over the categories of one variable, or of several taken together, with the
 * category of each respondent.
 */
export interface Margin {
  /** The variable, for messages; several joined by " × ". */
  readonly name: string;
  readonly categories: readonly string[];
  /** Clients per category, above 0. */
  readonly counts: Float64Array;
  /** Place of each respondent's category. */
  readonly indices: Uint16Array | Uint32Array;
}
