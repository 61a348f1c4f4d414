/**
 * Additive statistics of cells: they add up over parts of the data (`mergeCellSums`), and a GROUP BY of
 * stratum, PSU and cell gives the same. Groups are the PSUs, or the strata where rows are PSUs. The
 * entries of group g are `starts[g]` to `starts[g + 1]`: its cells that have respondents, rising.
 */
export interface CellSums {
  readonly cellCount: number;
  /** Per cell: respondents and Σw². */
  readonly n: Float64Array;
  readonly sumSquaredWeights: Float64Array;
  readonly starts: Uint32Array;
  /** Per entry: its cell, Σw and, where rows are PSUs, Σw² (else empty). */
  readonly cells: Uint32Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/** The part of the rows to sum, `from` included, `to` not. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}
