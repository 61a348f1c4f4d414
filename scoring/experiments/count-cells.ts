import { NO_CATEGORY, type ExperimentData } from './experiment-data.ts';

/** Sums over the people of each cell (arm, segment), at arm × segments + segment. */
export interface ExperimentCells {
  /** People with a known outcome. */
  readonly n: Float64Array;
  /** People whose outcome is not known. */
  readonly missing: Float64Array;
  readonly sum: Float64Array;
  /** Squared deviations from the mean of the cell. */
  readonly squares: Float64Array;
  /** Segments counted; one where there are none. */
  readonly segmentCount: number;
}

/**
 * Counts an experiment, with or without its segments. People without a weight, where there are weights,
 * are not counted; with segments, neither are people whose segment is not known.
 */
export function countCells(data: ExperimentData, bySegment: boolean): ExperimentCells {
  const { arms, armNames, outcome, design } = data;
  const segments = bySegment ? data.segments : null;
  const segmentCount = segments === null ? 1 : data.segmentNames.length;
  const size = armNames.length * segmentCount;
  const [n, missing, sum, squares] = [0, 1, 2, 3].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const cellOf = (row: number): number => {
    if (arms[row] === NO_CATEGORY || segments?.[row] === NO_CATEGORY || design?.weights[row] === 0) return -1;
    return arms[row]! * segmentCount + (segments === null ? 0 : segments[row]!);
  };
  for (let row = 0; row < arms.length; row += 1) {
    const cell = cellOf(row);
    if (cell < 0) continue;
    const value = outcome[row]!;
    if (Number.isNaN(value)) {
      missing[cell] = missing[cell]! + 1;
      continue;
    }
    n[cell] = n[cell]! + 1;
    sum[cell] = sum[cell]! + value;
  }
  // A second pass around the mean keeps the digits that Σx² − n·mean² would lose.
  for (let row = 0; row < arms.length; row += 1) {
    const cell = cellOf(row);
    const value = outcome[row]!;
    if (cell < 0 || Number.isNaN(value)) continue;
    squares[cell] = squares[cell]! + (value - sum[cell]! / n[cell]!) ** 2;
  }
  return { n, missing, sum, squares, segmentCount };
}
