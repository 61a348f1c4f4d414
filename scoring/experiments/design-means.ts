import { linearisedCovariance } from '../design/linearised-covariance.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { NO_CATEGORY, type ExperimentData } from './experiment-data.ts';

/** Weighted means of arm × segment cells and their covariance over the design. */
export interface DesignMeans {
  /** At arm × segments + segment; null for an empty cell. */
  readonly means: readonly (number | null)[];
  /** Of the means, cells × cells; 0 for an empty cell. */
  readonly covariance: Float64Array;
  /** 1 for people with arm, segment and a known outcome. */
  readonly inDomain: Uint8Array;
  readonly segmentCount: number;
  /** Why there is no covariance. */
  readonly reason?: string;
}

/** Means per arm, or per arm and segment, by linearisation: as R's `svyby(~y, ~arm, svymean, covmat = TRUE)`. */
export function designMeans(data: ExperimentData, design: SurveyDesign, bySegment: boolean): DesignMeans {
  const { arms, armNames, outcome } = data;
  const segments = bySegment ? data.segments : null;
  const segmentCount = segments === null ? 1 : data.segmentNames.length;
  const size = armNames.length * segmentCount;
  const cells = new Int32Array(arms.length).fill(-1);
  const inDomain = new Uint8Array(arms.length);
  const weight = new Float64Array(size);
  const sum = new Float64Array(size);
  for (let row = 0; row < arms.length; row += 1) {
    const own = design.weights[row]!;
    if (arms[row] === NO_CATEGORY || segments?.[row] === NO_CATEGORY || own === 0) continue;
    if (Number.isNaN(outcome[row])) continue;
    const cell = arms[row]! * segmentCount + (segments === null ? 0 : segments[row]!);
    cells[row] = cell;
    inDomain[row] = 1;
    weight[cell] = weight[cell]! + own;
    sum[cell] = sum[cell]! + own * outcome[row]!;
  }
  const influences = Array.from({ length: size }, () => new Float64Array(arms.length));
  cells.forEach((cell, row) => {
    if (cell < 0) return;
    influences[cell]![row] =
      (design.weights[row]! * (outcome[row]! - sum[cell]! / weight[cell]!)) / weight[cell]!;
  });
  return {
    means: [...sum].map((total, cell) => (weight[cell]! > 0 ? total / weight[cell]! : null)),
    ...linearisedCovariance(design, influences, inDomain),
    inDomain,
    segmentCount,
  };
}
