import { WaymarkError } from '../../contracts/errors.ts';

/** Rows to be summed by group and cell. */
export interface CellRows {
  /** Group of each row; null: one group. */
  readonly group: Uint32Array | null;
  readonly groups: number;
  /** Whether Σw² is wanted per group too. */
  readonly hasSquares: boolean;
  readonly weights: Float64Array;
  readonly cell: Uint16Array | Uint32Array;
  readonly cellCount: number;
  readonly from: number;
  readonly to: number;
}

/** Cell numbers that mean: in no cell. */
const NO_CELL: readonly number[] = [0xffff, 0xffffffff];

/** Throws `NOT_COMPUTABLE` unless a number that is no cell means just that. */
export function refuseUnlessOutside(place: number, cellCount: number): void {
  if (NO_CELL.includes(place)) return;
  throw new WaymarkError('NOT_COMPUTABLE', `A cell number lies beyond the table: ${place} of ${cellCount}.`);
}
