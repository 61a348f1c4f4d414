import type { Decided, Decision } from '../../contracts/review.ts';
import type { HeldSubmission, SubmissionKind } from './submission-port.ts';

/** A stored interview with what was decided of it last. */
export interface ReviewRow {
  readonly sequence: number;
  readonly id: string;
  readonly hash: string;
  readonly branch: string;
  readonly receivedAt: string;
  readonly tabletId: string | null;
  /** Another interview took its place. */
  readonly isReplaced: boolean;
  readonly lastDecision: Decided | null;
}

/** Any record, whatever became of it, with its payload. */
export interface AnyRecord extends Omit<HeldSubmission, 'status'> {
  readonly sequence: number;
  readonly kind: SubmissionKind;
  readonly status: 'stored' | 'conflict' | 'quarantined';
  readonly payload: string;
  readonly lastDecision: Decided | null;
}

export interface NewDecision {
  readonly studyId: string;
  /** Sequence number of the record. */
  readonly submission: number;
  readonly decision: Decision;
  readonly comment: string | null;
  /** Null: the command line. */
  readonly decidedBy: string | null;
  readonly decidedByName: string;
  readonly decidedAt: string;
}

/** Decisions about records. They can be read and added to; the database refuses to change or delete one. */
export interface ReviewStore {
  /** Every stored interview, those that do not count among them; of one tablet where one is named. */
  list(studyId: string, tabletId?: string): Promise<ReviewRow[]>;
  /** All that is kept under an id, in order of arrival. */
  versions(studyId: string, id: string): Promise<AnyRecord[]>;
  /** Branches of all that is kept under the id of each record set aside; empty where one could not be read. */
  branchesOfHeld(studyId: string): Promise<{ readonly id: string; readonly branch: string }[]>;
  /** Whether a record of another study counts under this id, or did until it was erased: an id counts once. */
  isTakenElsewhere(studyId: string, id: string): Promise<boolean>;
  /** Oldest first. */
  history(submission: number): Promise<Decided[]>;
  /** Last decision of each record set aside, by sequence number of the record. */
  ofHeld(studyId: string): Promise<ReadonlyMap<number, Decided>>;
  add(decision: NewDecision): Promise<void>;
  /** Moves a record between stored and set aside. Its first receipt stays as it was. */
  move(submission: number, status: 'stored' | 'conflict'): Promise<void>;
}
