import type { Answers } from '../../contracts/answer.ts';

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
}
