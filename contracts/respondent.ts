import type { Answers } from './answer.ts';

/** One respondent as the engine takes her in, whatever she came from: an interview or a row of a file. */
export interface Respondent {
  readonly id: string;
  /** Branch code; an empty string where unknown. */
  readonly branch: string;
  /** Sampling weight, > 0. 1 where the data has none. */
  readonly weight: number;
  readonly answers: Answers;
}
