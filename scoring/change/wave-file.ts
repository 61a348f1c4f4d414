import type { DesignColumns } from '../design/survey-design.ts';

/** Marks a row without wave, state or group. */
export const NO_CATEGORY = 0xffff;

/** Respondents of several waves, one row for each respondent and wave. */
export interface WaveFile {
  readonly size: number;
  /** Who it is, the same number in every wave; null: nobody can be told from one wave to the next. */
  readonly ids: Uint32Array | null;
  readonly idNames: readonly string[];
  /** Wave and state of each row, as places in the names; `NO_CATEGORY` where not known. */
  readonly waves: Uint16Array;
  readonly waveNames: readonly string[];
  readonly states: Uint16Array;
  /** In order where there is one: "up" is towards the end. */
  readonly stateNames: readonly string[];
  /** Segment or branch; null: none. In a panel, that of the wave whose weight counts. */
  readonly groups: Uint16Array | null;
  readonly groupNames: readonly string[];
  /** Weights, strata, PSUs and fpc of all rows, as `createDesign` takes them. */
  readonly design: DesignColumns;
  readonly confidence: number;
}

/** Two waves of a file, as places in its wave names. */
export interface WavePair {
  readonly from: number;
  readonly to: number;
  /** Whose weight (and stratum, PSU and group) a panel member has. */
  readonly weightOf: 'from' | 'to';
}
