import type {
  ErasureCounts,
  ErasureMode,
  ErasurePlan,
  ErasureStatement,
  ErasureTarget,
  Retention,
} from '../../contracts/personal.ts';
import type { CaseInterview } from './submission-port.ts';

/** All that is kept of one respondent. */
export type ErasureScope = Omit<ErasurePlan, 'target'>;

/** What was erased, where nobody can take it back. The statements are kept for good. */
export interface ErasureStore {
  /**
   * The record or the entry of the list, and all that hangs together with it: other versions, revisions, visits,
   * back-checks, contacts. Null where there is nothing of that id.
   */
  scope(target: ErasureTarget): Promise<ErasureScope | null>;
  /** Removes it, and remembers the ids so that it does not come back. */
  erase(
    scope: ErasureScope,
    erasure: { readonly id: string; readonly at: string; readonly mode: ErasureMode },
  ): Promise<void>;
  /** Keeps the statement of an erasure that was made. */
  conclude(statement: ErasureStatement): Promise<void>;
  /** Oldest first. */
  list(): Promise<ErasureStatement[]>;
  counts(studyId: string): Promise<ErasureCounts>;
  /** Respondents of each branch of whom nothing but the count is left, by whether they had agreed to be asked. */
  countByBranch(
    studyId: string,
  ): Promise<Readonly<Record<'agreed' | 'declined', ReadonlyMap<string, number>>>>;
  /** Entries of the respondent list that were erased: nobody is to go there again. */
  cases(studyId: string): Promise<ReadonlySet<string>>;
  /** Erased interviews of entries of the list. */
  caseInterviews(studyId: string): Promise<(CaseInterview & { readonly agreed: boolean })[]>;
  /** Of these records, those that still hold something that a statement says is gone. */
  remains(statement: ErasureStatement): Promise<readonly string[]>;
  /**
   * Rewrites the file so that what was removed is not in it any more, nor in its log. False where someone else
   * was reading just now: then the log still holds it.
   */
  scrub(): Promise<boolean>;
  /** Empties the log file beside the database, which may hold what was removed since. False as above. */
  clearLog(): Promise<boolean>;
}

/** Records with personal data received before a moment (ISO 8601), or all of them. */
export interface Kept {
  readonly records: number;
  /** Of the records, those that could not be read, so that all of each is personal. */
  readonly unreadable: number;
  readonly contacts: number;
  /** Photos. */
  readonly attachments: number;
  /** Copies of unfinished interviews. */
  readonly draftCopies: number;
  /** When the oldest of the records was received. */
  readonly oldest: string | null;
}

/** How long personal data is kept, and what is past its time. */
export interface RetentionStore {
  /** By study; the institution's own under an empty id. */
  list(): Promise<ReadonlyMap<string, Retention>>;
  set(studyId: string, retention: Retention | null, setBy: string, setAt: string): Promise<void>;
  /** Last day of a study's fieldwork; null while there is none. */
  fieldworkEnd(studyId: string): Promise<string | null>;
  /** With `receivedBefore`, what was received before it, and the contacts that nothing came of since. */
  kept(studyId: string, receivedBefore?: string): Promise<Kept>;
  /** Removes just that. Digests that tell two interviews of one person stay. */
  purge(studyId: string, receivedBefore: string): Promise<void>;
}
