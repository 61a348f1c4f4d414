import type { AuditEntry, AuditQuery } from '../../contracts/audit.ts';
import type { Quota, Wave } from '../../contracts/study-setup.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import type { Heartbeat, Target } from '../../contracts/supervision.ts';
import type { BackCheckStore } from './back-check-port.ts';
import type { ReviewStore } from './review-port.ts';
import type { AreaStore, AttachmentStore } from './attachments-port.ts';
import type { DraftCopyStore } from './draft-copy-port.ts';
import type { ErasureStore, RetentionStore } from './personal-port.ts';
import type { AttemptStore, PeopleStore } from './people-port.ts';
import type { CaseStore } from './case-port.ts';
import type {
  DataMoment,
  NewSubmission,
  StoredPayload,
  SubmissionKind,
  SubmissionStore,
} from './submission-port.ts';

export type * from './case-port.ts';
export type * from './people-port.ts';
export type * from './submission-port.ts';

/**
 * The storage port: all that use-cases know of a database. It names no engine. Every method
 * rejects with `WaymarkError` DISK_FULL or DATABASE_UNREADABLE where the engine says so.
 * Times are ISO 8601 in UTC. A branch scope of `null` means every branch.
 */
export interface Store {
  readonly studies: StudyStore;
  readonly tablets: TabletStore;
  readonly submissions: SubmissionStore;
  readonly personal: PersonalStore;
  readonly cases: CaseStore;
  readonly erasures: ErasureStore;
  readonly retention: RetentionStore;
  readonly segmentations: SegmentationStore;
  readonly review: ReviewStore;
  readonly backChecks: BackCheckStore;
  readonly supervision: SupervisionStore;
  readonly people: PeopleStore;
  readonly attempts: AttemptStore;
  readonly audit: AuditStore;
  readonly settings: SettingStore;
  readonly health: HealthStore;
  readonly attachments: AttachmentStore;
  readonly areas: AreaStore;
  readonly draftCopies: DraftCopyStore;
  /**
   * Does all of `work` or nothing. Within it only the store it is given may be used: the outer one, and the
   * auth library, would wait for the end of the transaction for ever.
   */
  transaction<T>(work: (store: StoreInTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export type StoreInTransaction = Omit<Store, 'transaction' | 'close'>;

export interface BranchRecord {
  readonly code: string;
  readonly name: string;
  /** Design weight (> 0) of each interview held there: how many clients it stands for, up to a constant. */
  readonly weight: number;
}

export interface StudyRecord {
  readonly id: string;
  readonly title: string;
  /** True where the respondents are made up. Every page and export says so. */
  readonly synthetic: boolean;
  readonly instrument: { readonly name: string; readonly version: string };
  /** SHA-256 of the stored codebook, for data that no instrument of ours collected; else null. */
  readonly codebookHash: string | null;
  readonly branches: readonly BranchRecord[];
  readonly createdAt: string;
}

export interface StudyStore {
  /** Adds the study, with its codebook's text where it brings its own. */
  add(study: StudyRecord, codebookText?: string): Promise<void>;
  list(): Promise<StudyRecord[]>;
  find(id: string): Promise<StudyRecord | null>;
  codebookText(hash: string): Promise<string | null>;
  /** Adds branches that the study does not have yet. */
  addBranches(studyId: string, branches: readonly BranchRecord[]): Promise<void>;
  setup(studyId: string): Promise<SetupRecord>;
  /** Changes what is given, all or none; a list takes the place of the whole list before. */
  changeSetup(studyId: string, change: Partial<Omit<SetupRecord, 'versions'>>): Promise<void>;
  /** Moves the study to another version of its instrument. */
  moveToVersion(studyId: string, version: string, since: string): Promise<void>;
}

/** How a study is laid out beyond its branches. */
export interface SetupRecord {
  /** First and last day, as 2026-11-22; null: not said. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** In order of number. */
  readonly waves: readonly Wave[];
  /** The frame: clients of each branch whose number is known. Changing it, those named only; null: not known. */
  readonly clients: ReadonlyMap<string, number | null>;
  readonly quotas: readonly Quota[];
  /** Versions that it moved from and to, the first one first; empty where it never moved. */
  readonly versions: readonly { readonly version: string; readonly since: string }[];
}

export interface TabletRecord {
  readonly id: string;
  readonly studyId: string;
  readonly name: string;
  readonly branches: BranchScope;
  readonly enrolledAt: string;
  readonly lastSeenAt: string | null;
  readonly revokedAt: string | null;
}

export interface EnrolCodeRecord {
  readonly codeHash: string;
  readonly studyId: string;
  readonly branches: BranchScope;
  readonly expiresAt: string;
  readonly singleUse: boolean;
}

export interface TabletStore {
  addCode(code: EnrolCodeRecord): Promise<void>;
  /**
   * In one transaction: finds the code if it is neither expired nor used up, marks it used, and adds
   * the tablet that `make` builds from it. Null where there is no such code.
   */
  enrol(
    codeHash: string,
    now: string,
    make: (code: EnrolCodeRecord) => TabletRecord & { readonly tokenHash: string },
  ): Promise<TabletRecord | null>;
  findByToken(tokenHash: string): Promise<TabletRecord | null>;
  find(id: string): Promise<TabletRecord | null>;
  /** With the number of records of each that are stored, and that are held beside them. */
  list(): Promise<(TabletRecord & { readonly received: number; readonly held: number })[]>;
  /** Those that are not revoked. */
  listInUse(): Promise<TabletRecord[]>;
  rename(id: string, name: string): Promise<void>;
  /** Takes back that it was heard of, where records of it were filed without it. */
  wasNotSeen(id: string, lastSeenAt: string | null): Promise<void>;
  /** Moves `lastSeenAt` to `now`, never back. */
  markSeen(id: string, now: string): Promise<void>;
  /** False where there is no such tablet. A second call keeps the first date. */
  revoke(id: string, now: string): Promise<boolean>;
}

/** A record that counts, with what was kept apart of it: its whole text, unless that was erased. */
export interface WholeRecord extends StoredPayload {
  /** Tells two interviews of one person; null where it is not known who she is. */
  readonly personDigest: string | null;
}

/** A record of before personal data was kept apart. */
export type UnmovedRecord = Pick<NewSubmission, 'studyId' | 'kind' | 'payload' | 'status'> & {
  readonly sequence: number;
};

/** A record with personal data, whatever became of it. */
export interface PersonalRecord {
  readonly id: string;
  readonly studyId: string;
  readonly kind: SubmissionKind;
  readonly status: string;
  readonly branch: string;
  readonly caseId: string | null;
  readonly receivedAt: string;
  /** Its whole text. */
  readonly text: string;
}

/** What is personal of records, apart from what analysis reads. Who reads here says so in the audit log. */
export interface PersonalStore {
  /** As `submissions.read`, with what is personal. */
  read(studyId: string, moment: DataMoment): AsyncIterable<WholeRecord>;
  /** The whole text of a stored record of any kind, as it came unless something was erased; null where there is none. */
  textOf(id: string): Promise<string | null>;
  /** Every record with personal data, of one study or of all, in order of arrival. */
  records(studyId?: string): AsyncIterable<PersonalRecord>;
  /** The next records of before personal data was kept apart; none once all are moved. */
  unmoved(limit: number): Promise<UnmovedRecord[]>;
  /** Keeps these apart, in the order they were given out. */
  move(
    records: readonly (Pick<NewSubmission, 'payload' | 'personal'> & { readonly sequence: number })[],
  ): Promise<void>;
}

/** A computed segmentation, with all that is needed to compute it again to the same bytes. */
export interface SegmentationRecord {
  readonly id: string;
  readonly studyId: string;
  readonly instrument: { readonly name: string; readonly version: string };
  readonly codebookHash: string;
  readonly modelVersion: string;
  readonly seed: number;
  /** SHA-256 over the id and hash of each submission that went in, in order of id. */
  readonly dataVersion: string;
  readonly lastSequence: number;
  readonly lastDecision: number;
  readonly resultHash: string;
  readonly computedAt: string;
}

export interface SegmentationStore {
  /** Keeps the record for good; the result's text only until the study's next one. */
  add(record: SegmentationRecord, resultText: string): Promise<void>;
  latest(studyId: string): Promise<(SegmentationRecord & { readonly resultText: string }) | null>;
  find(id: string): Promise<SegmentationRecord | null>;
}

export interface SupervisionStore {
  /** Sets the targets of these branches, all or none of them. */
  setTargets(studyId: string, targets: readonly Target[], setBy: string, setAt: string): Promise<void>;
  listTargets(studyId: string): Promise<Target[]>;
  /** Keeps the last one of each tablet. */
  putHeartbeat(tabletId: string, heartbeat: Heartbeat, receivedAt: string): Promise<void>;
  /** By tablet id; of one study, or of all. */
  heartbeats(studyId?: string): Promise<ReadonlyMap<string, Heartbeat>>;
}

/** A line to write; sequence and hash are the store's. */
export type NewAuditEntry = Omit<AuditEntry, 'sequence' | 'hash'>;

/** The audit log. It can be read and added to; the database refuses to change or delete a line. */
export interface AuditStore {
  append(entry: NewAuditEntry): Promise<void>;
  /** Newest first, at most `limit`. */
  search(query: AuditQuery, limit: number): Promise<AuditEntry[]>;
  /** Every action that occurs, in order. */
  actions(): Promise<string[]>;
  /** From the first line on, those after `sequence`, at most `limit`. */
  readAfter(sequence: number, limit: number): Promise<AuditEntry[]>;
  /** The highest sequence number ever given out, whatever has been removed since. */
  highestSequence(): Promise<number>;
}

export interface SettingStore {
  get(key: string): Promise<string | null>;
  /** Sets the value unless there is one, and returns what is kept. */
  getOrSet(key: string, value: string): Promise<string>;
}

/** Whether the database can do its work now. */
export interface HealthStore {
  /** Writes a small row and takes it back. Rejects where that cannot be done. */
  tryWrite(): Promise<void>;
  /** Whether the schema is exactly the one this Waymark ships; another process may have moved it on. */
  isCurrent(): Promise<boolean>;
}
