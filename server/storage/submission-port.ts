import type { FieldKind } from '../../contracts/field-record.ts';
import type { Receipt } from '../../contracts/submission.ts';
import type { RevisionDoubt } from '../../scoring/quality/quality-record.ts';

/**
 * `interview` and `respondent` (imported) are what analysis counts; other records of tablets travel and are
 * kept the same way, and are never counted.
 */
export type CountedKind = 'interview' | 'respondent';
export type SubmissionKind = CountedKind | FieldKind;

/** A record to keep. `status` is what it deserves on its own; the store finds the conflicts. */
export interface NewSubmission {
  readonly id: string;
  readonly studyId: string;
  /** Over the bytes that were sent; repeats are known by it. */
  readonly hash: string;
  /** Over `payload`, where it was sealed on the way; absent where `hash` is over `payload` itself. */
  readonly contentHash?: string;
  readonly kind: SubmissionKind;
  /** Kept byte for byte: what was sent, or what was inside of it; with `personal`, what stays of that. */
  readonly payload: string;
  /** What was cut out of the payload, kept in a table apart, and a digest of who she is (`keepApart`). */
  readonly personal?: { readonly content: string; readonly digest: string | null };
  readonly branch: string;
  /** Whether she had not agreed to be asked: remembered where what she said is not kept, because she was erased. */
  readonly isDeclined?: boolean;
  /** Entry of the respondent list that it is about; absent or null: found on the spot. */
  readonly caseId?: string | null;
  /** Id of the interview that it takes the place of. */
  readonly revisionOf?: string | null;
  readonly receivedAt: string;
  readonly tabletId: string | null;
  readonly status: 'stored' | 'quarantined';
  /** Why it is in quarantine; null otherwise. */
  readonly reason: string | null;
  readonly receiptId: string;
}

export interface StoredPayload {
  readonly id: string;
  readonly hash: string;
  readonly kind: CountedKind;
  readonly payload: string;
  readonly branch: string;
  readonly receivedAt: string;
}

/** How far the counted records of a study have got. Grows with every one; cheap to ask. */
export interface DataMark {
  readonly count: number;
  /** Sequence number of the newest stored record of a counted kind; 0 where there is none. */
  readonly lastSequence: number;
  /** Sequence number of the newest decision that changed what counts; 0 where there is none. */
  readonly lastDecision: number;
}

/** The records of a study as they counted at some moment. */
export interface DataMoment {
  readonly upToSequence: number;
  /** Absent: every decision made so far. */
  readonly upToDecision?: number;
}

export interface SubmissionStore {
  /**
   * Keeps all of them in one transaction, flushed to the disk before it resolves, and answers in the
   * order given. The same id and hash again: the first receipt. The same id and content, sealed once
   * more: the first receipt with the hash that came. Another content for an id that is stored: kept
   * too, as `conflict`.
   */
  accept(batch: readonly NewSubmission[]): Promise<Receipt[]>;
  mark(studyId: string): Promise<DataMark>;
  /**
   * The records that count, up to a moment, in order of id, so that the order never depends on
   * arrival: stored, of a counted kind, not superseded by a revision stored up to there, and not rejected.
   */
  read(studyId: string, moment: DataMoment): AsyncIterable<StoredPayload>;
  /**
   * Stored interviews up to a moment that name one whose place they do not take, by id: because nothing of that id
   * is here, or because it is another branch's, and another tablet's (`replaced`).
   */
  strayRevisions(studyId: string, upToSequence: number): Promise<ReadonlyMap<string, RevisionDoubt>>;
  /** Number of records that count of each branch. */
  countByBranch(studyId: string): Promise<ReadonlyMap<string, number>>;
  /** Interviews that count and name an entry of the respondent list, in order of arrival. */
  listCaseInterviews(studyId: string): Promise<CaseInterview[]>;
  /** Payloads of stored records by id; those that are not there are left out. */
  readPayloads(studyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Stored records of a kind that is not counted, in order of arrival. */
  readField(studyId: string, kind: FieldKind): Promise<FieldRecord[]>;
  /** Records kept beside the stored ones: conflicts and quarantine, newest first. */
  listHeld(studyId: string): Promise<HeldSubmission[]>;
  /** What is kept under an id beside the stored record, newest first. */
  readHeld(id: string): Promise<(HeldSubmission & { readonly payload: string })[]>;
}

export interface CaseInterview {
  readonly id: string;
  readonly caseId: string;
  readonly branch: string;
  readonly sequence: number;
}

/** A stored record that no analysis counts. */
export interface FieldRecord {
  readonly id: string;
  readonly branch: string;
  readonly caseId: string | null;
  readonly payload: string;
  readonly sequence: number;
  readonly receivedAt: string;
  readonly tabletId: string | null;
}

export interface HeldSubmission {
  readonly sequence: number;
  readonly id: string;
  readonly hash: string;
  readonly kind: SubmissionKind;
  readonly branch: string;
  readonly status: 'conflict' | 'quarantined';
  readonly reason: string | null;
  readonly receivedAt: string;
  readonly tabletId: string | null;
  /** All that it said was erased on request. */
  readonly isErased: boolean;
}
