/** What to do with a stratum that has a single PSU, so that its variance cannot be seen. As R's `survey.lonely.psu`. */
export type LonelyPsu = 'remove' | 'adjust' | 'average' | 'certainty' | 'fail';

/** Marks a PSU number that no respondent with a weight belongs to. */
export const NO_STRATUM = 0xffffffff;

/**
 * How a sample was drawn, checked and counted: one stage, or the first stage of several ("ultimate
 * clusters"). Made by `createDesign`. Rows keep their places: a row of weight 0 is in no estimate and
 * in no count.
 */
export interface SurveyDesign {
  /** Rows, those without weight included. */
  readonly size: number;
  /** Rows with a weight above 0. */
  readonly respondents: number;
  /** Sampling weight of each row, 0 or more; all 1 where there is none. */
  readonly weights: Float64Array;
  /** Stratum of each row; null: one stratum. */
  readonly strata: Uint32Array | null;
  /** PSU of each row; null: each row is its own. */
  readonly psu: Uint32Array | null;
  /** Stratum of each PSU, `NO_STRATUM` where it has no respondent; null where rows are PSUs. */
  readonly psuStratum: Uint32Array | null;
  /** PSUs of each stratum in the sample. */
  readonly psusPerStratum: Float64Array;
  /** 1 − sampled share of the PSUs of each stratum; 1 without finite population correction. */
  readonly notSampled: Float64Array;
  /** PSUs and strata that have respondents. */
  readonly psuCount: number;
  readonly stratumCount: number;
  /** PSUs minus strata, as R's `degf`. */
  readonly degreesOfFreedom: number;
  /** Whether any weight differs from 1. */
  readonly isWeighted: boolean;
  /** No strata, no PSUs, no finite population correction. */
  readonly isSimple: boolean;
  readonly lonelyPsu: LonelyPsu;
  /** Strata with a single PSU of several in the population. */
  readonly lonelyStrata: number;
  /** What was done with lonely PSUs and where weights came from, in words. */
  readonly notes: readonly string[];
}

export interface DesignColumns {
  /** Rows. */
  readonly size: number;
  /** Sampling weights, 0 or more; a row of weight 0 is left out. */
  readonly weights?: Float64Array;
  /** Number of the stratum and of the PSU of each row, from 0. A PSU lies in one stratum. */
  readonly strata?: Uint32Array;
  readonly psu?: Uint32Array;
  /** PSUs in the stratum of each row in the population, or the share of them that was sampled (≤ 1). */
  readonly fpc?: Float64Array;
  /** Default: `adjust`. */
  readonly lonelyPsu?: LonelyPsu;
  /** Names for error messages. */
  readonly names?: { readonly strata?: readonly string[]; readonly psu?: readonly string[] };
}
