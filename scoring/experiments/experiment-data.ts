import type { SurveyDesign } from '../design/survey-design.ts';

/** Marks a row without arm, or without segment. */
export const NO_CATEGORY = 0xffff;

/** The people of an experiment, one row each. */
export interface ExperimentData {
  /** Arm of each row, an index into `armNames`; `NO_CATEGORY`: not in the experiment. */
  readonly arms: Uint16Array;
  /** The control first. */
  readonly armNames: readonly string[];
  /** Outcome of each row, NaN where it is not known: 0 or 1 for a share, any number for a mean. */
  readonly outcome: Float64Array;
  readonly measure: 'share' | 'mean';
  /** Segment of each row, `NO_CATEGORY` where it is not known; null: no segments. */
  readonly segments: Uint16Array | null;
  readonly segmentNames: readonly string[];
  /** Parts of the planned ratio, in the order of `armNames`. */
  readonly planned: readonly number[];
  /** Weights, strata, PSUs; null: people were assigned one by one and count alike. */
  readonly design: SurveyDesign | null;
  /** Level of the intervals, e.g. 0.95. */
  readonly confidence: number;
}
