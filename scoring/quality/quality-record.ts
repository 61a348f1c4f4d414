import type { Answers } from '../../contracts/answer.ts';

/** Where an interview was held, WGS 84 degrees; `accuracyM` as the browser says it: a radius in metres. */
export interface MeasuredPlace {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyM: number;
}

/** Where the respondents of a branch are to be found: a circle. */
export interface BranchArea {
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusM: number;
}

/** One interview as the checks see it. What was not recorded is null; a check then says so. */
export interface QualityRecord {
  readonly id: string;
  readonly branch: string;
  /** Version of the instrument: speed is compared within it. */
  readonly version: string;
  readonly answers: Answers;
  /** Sampling weight, > 0. */
  readonly weight: number;
  /** Primary sampling unit; null: the respondent is her own. */
  readonly psu: string | null;
  readonly enumerator: string | null;
  /** A digest of what names the respondent (name and telephone); never the name itself. */
  readonly personKey: string | null;
  /** Time with the interview open, from a monotonic clock, ms. */
  readonly activeMs: number | null;
  /** Device clock, ISO 8601 with offset. */
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** Server clock, ISO 8601. */
  readonly receivedAt: string | null;
  readonly place: MeasuredPlace | null;
  /** Of the branch. */
  readonly area: BranchArea | null;
  /** Time (ms) that led to the answer of each question that was answered. */
  readonly questionMs: readonly number[] | null;
  /** Of one that says it takes another's place, where it does not; null: it does, or says no such thing. */
  readonly revision?: RevisionDoubt | null;
}

/** The interview whose place it would take is not here, or belongs to another branch and counts beside it. */
export type RevisionDoubt = 'unknown' | 'elsewhere';
