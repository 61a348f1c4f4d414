import type { DataMoment } from '../storage/port.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import type { Segmentation } from '../../scoring/segment/segmentation.ts';

/** Entries of a column that stand for no code. Everything from `OTHER_MISSING` up is one of these. */
export const SKIPPED = 65_535;
export const UNANSWERED_ENTRY = 65_534;
export const DONT_KNOW_ENTRY = 65_533;
export const REFUSED_ENTRY = 65_532;
export const OTHER_MISSING = 65_531;

/**
 * A study's respondents, scored, in order of record id: everything that tables and exports read.
 * Who did not agree to the interview is no respondent: she is counted in `declined` and nowhere else.
 * Plain data, so that a worker can hand it over.
 */
export interface StudyData {
  readonly studyId: string;
  readonly codebook: Codebook;
  readonly codebookHash: string;
  readonly seed: number;
  readonly lastSequence: number;
  readonly lastDecision: number;
  /** SHA-256 over the id and hash of each submission, in order of id. */
  readonly dataVersion: string;
  readonly segmentation: Segmentation;
  /** Per single-choice variable: index into its values without missing codes, or one of the entries above. */
  readonly columns: ReadonlyMap<string, Uint16Array>;
  /** Per branch: records of people who did not agree to the interview. */
  readonly declined: ReadonlyMap<string, number>;
  /** Per branch: respondents whose answers were erased: in the totals, and nowhere else. */
  readonly erased: ReadonlyMap<string, number>;
  /** Per branch: respondents whose tablet showed another archetype than the server finds by the same rules. */
  readonly tabletDifferences: ReadonlyMap<string, number>;
}

/** What has to be known to compute a study's data; the same job gives the same bytes. */
export interface StudyDataJob extends DataMoment {
  readonly studyId: string;
  readonly seed: number;
}
