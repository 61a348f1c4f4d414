import type { DBSchema } from 'idb';
import type { AnswerValue } from '../../contracts/answer.ts';
import type { DeviceStudy } from '../../contracts/api.ts';
import type { Language } from '../../contracts/language.ts';
import type { Location } from '../../contracts/location.ts';
import type { Revision } from '../../contracts/revision.ts';
import type { SealingKey } from '../../contracts/sealing.ts';
import type { Receipt } from '../../contracts/submission.ts';
import type { StoredMark, StoredWork } from './work/stored-work.ts';

/**
 * A link between this tablet and a study. New interviews are begun under the current one; an earlier
 * one is kept for the interviews that were begun under it.
 */
export interface Enrolment {
  /** `current`, or the tablet id of an earlier link. */
  readonly key: string;
  /** The server gives another one with each link. */
  readonly tabletId: string;
  /** Sent as a bearer token; the server knows its hash only. */
  readonly token: string;
  readonly deviceName: string;
  readonly study: DeviceStudy;
  /** Device clock, ISO 8601. */
  readonly enrolledAt: string;
  /** True once the office has revoked it. The server still takes its interviews, and sets them aside. */
  readonly revoked: boolean;
}

/**
 * One of the people who share this tablet. Her name is in `profile` only; while the tablet is locked,
 * her number and initials tell her from the others.
 */
export interface EnumeratorRecord {
  readonly id: string;
  readonly number: number;
  readonly initials: string;
  /** How the key that wraps her data key comes from her PIN: Argon2id. */
  readonly kdf: KdfParameters & { readonly salt: Uint8Array };
  /** Her data key in a box that her PIN opens. */
  readonly wrappedKey: Uint8Array;
  /** Box of a `Profile`, under her data key. */
  readonly profile: Uint8Array;
  /** Her data key sealed to the institution; null until the tablet knows the institution's key. */
  readonly escrow: { readonly kid: string; readonly sealed: string } | null;
  /** Wrong PINs in a row. */
  readonly failures: number;
  /** Device clock, ms; no PIN is tried before. */
  readonly notBeforeMs: number;
}

export interface KdfParameters {
  readonly memoryKiB: number;
  readonly passes: number;
}

export interface Profile {
  readonly name: string;
  /** The branch of her last interview, offered again. */
  readonly branch: string;
}

/** What is fixed when an interview starts. All that changes later is in the journal. */
export interface Draft {
  readonly id: string;
  /** The link it was begun under, and will be sent with. Empty: not known, so the current one. */
  readonly tabletId: string;
  readonly studyId: string;
  readonly instrument: { readonly name: string; readonly version: string; readonly hash: string };
  readonly branch: string;
  readonly language: Language;
  readonly enumerator: string;
  /** Device clock, ISO 8601 with offset. */
  readonly startedAt: string;
  /** Entry of the respondent list; absent for someone found on the spot. */
  readonly caseId?: string;
  /** Where it is to take the place of an earlier interview. */
  readonly revision?: Revision;
  /** Where it is no interview but the back-check of one: these items are asked, and no others. */
  readonly backCheck?: BegunBackCheck;
}

export interface BegunBackCheck {
  readonly taskId: string;
  /** Of the interview that is checked. */
  readonly interviewId: string;
  readonly items: readonly string[];
  readonly mode: 'visit' | 'phone';
}

/** What the journal says of a photo: which picture, and how large it is. */
export interface TakenPhoto {
  readonly hash: string;
  readonly bytes: number;
}

/** One thing that happened in an interview. `value: null` is an answer taken back. */
export type JournalChange =
  | { readonly kind: 'answer'; readonly item: string; readonly value: AnswerValue | null }
  /** A page was opened; `item`: at this question of it, where one is shown at a time. */
  | { readonly kind: 'page'; readonly item?: string }
  /** What the enumerator noted so far, all of it. */
  | { readonly kind: 'note'; readonly text: string }
  /** Opened on screen. `at`: device clock, ISO 8601 with offset. */
  | { readonly kind: 'open'; readonly at: string; readonly appVersion: string }
  | { readonly kind: 'battery'; readonly level01: number; readonly charging: boolean }
  | { readonly kind: 'location'; readonly location: Location }
  /** A photo of a question; the picture itself lies apart, in a box. `photo: null`: taken back. */
  | { readonly kind: 'photo'; readonly item: string; readonly photo: TakenPhoto | null }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'pause' };

/** A draft as it lies in storage: its content in a box under its owner's data key. */
export interface StoredDraft {
  readonly id: string;
  readonly tabletId: string;
  /** Id of the enumerator whose it is. */
  readonly owner: string;
  readonly box: Uint8Array;
}

/** A journal entry as it lies in storage. */
export interface StoredEntry {
  readonly draftId: string;
  readonly seq: number;
  readonly box: Uint8Array;
}

/** A photo of a draft as it lies in storage: the picture, base64url, in a box under its owner's data key. */
export interface StoredPhoto {
  readonly draftId: string;
  /** SHA-256 (hex) of the picture. */
  readonly hash: string;
  readonly box: Uint8Array;
}

/** A photo of a finished interview on its way. It goes together with its interview, or waits with it. */
export interface StoredAttachment {
  readonly interviewId: string;
  /** As in `StoredPhoto`. */
  readonly hash: string;
  /** A `PhotoContent` sealed to the institution; plain JSON only while its key is not known. */
  readonly payload: string;
  /** SHA-256 (hex) of `payload`. */
  readonly payloadHash: string;
  /** True once the server has confirmed it. */
  readonly sent: boolean;
}

/** A change: `seq` counts from 0 per draft; `page` is the page it happened on. */
export type JournalEntry = JournalChange & {
  readonly draftId: string;
  readonly seq: number;
  readonly page: string;
  /** Time with the interview open until this entry, from a monotonic clock. */
  readonly activeMs: number;
};

/** Why an unfinished interview was thrown away. Only the reason is kept, and how often. */
export const DISCARD_REASONS = ['mistake', 'stopped', 'twice', 'tryOut', 'other'] as const;
export type DiscardReason = (typeof DISCARD_REASONS)[number];

/** What is left of discarded interviews: a number by reason, nothing of what was in them. */
export interface DiscardCount {
  readonly reason: DiscardReason;
  readonly count: number;
}

/** What the server is known to hold of an unfinished interview. Nothing of what is in it. */
export interface StoredCopy {
  /** Of the draft. */
  readonly id: string;
  /** The link it was sent under. */
  readonly tabletId: string;
  /** Entries of the journal in the copy that was confirmed last; 0: none was yet. */
  readonly steps: number;
  /** Device clock, ms; null where nothing was confirmed, or the server has let go of it. */
  readonly confirmedAtMs: number | null;
}

export const PROBLEM_CODES = [
  'offline',
  'timeout',
  'serverError',
  'notAReceipt',
  'wrongReceipt',
  'notEnrolled',
  'refused',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Why a delivery did not end in a receipt. `detail` is for the log and for support. */
export interface SyncProblem {
  readonly code: ProblemCode;
  readonly detail: string;
  /** Device clock, ISO 8601. */
  readonly at: string;
}

/**
 * A finished interview on its way. It leaves this store only together with its receipt.
 *
 * - `queued`: not tried yet. `failed`: will be tried again by itself.
 * - `sending`: was being tried when the app of an earlier version ended; as `queued`.
 * - `quarantined`: the server refuses this record; kept, tried again only when asked.
 */
export interface OutboxRecord {
  readonly id: string;
  /** As in `Draft`. */
  readonly tabletId: string;
  readonly hash: string;
  /**
   * The exact text that was hashed: an `Interview` sealed to the institution, which nothing on this
   * tablet can open. Plain JSON (`{…`) only as long as the tablet does not know the institution's key.
   */
  readonly payload: string;
  readonly state: 'queued' | 'sending' | 'failed' | 'quarantined';
  readonly attempts: number;
  /** Device clock, ms; not tried before. */
  readonly notBeforeMs: number;
  readonly problem: SyncProblem | null;
  /** Device clock, ISO 8601. */
  readonly finishedAt: string;
  /** So that it can be held again once it was sent; absent for visits and back-checks, and of older versions. */
  readonly what?: 'interview';
}

/** The copy that is kept for some days after the receipt. */
export interface SentRecord {
  readonly id: string;
  readonly hash: string;
  readonly payload: string;
  readonly finishedAt: string;
  readonly receipt: Receipt;
  /** As in `OutboxRecord`. */
  readonly what?: 'interview';
  /** Device clock, ms. */
  readonly sentAtMs: number;
}

export interface SyncLogEntry {
  readonly atMs: number;
  readonly event: 'receipted' | 'setAside' | 'problem' | 'studyRefreshed' | 'enrolled' | 'cleared';
  /** Interview id, where it concerns one. */
  readonly id: string | null;
  readonly detail: string;
}

export interface DeviceSchema extends DBSchema {
  enrolment: { key: string; value: Enrolment };
  drafts: { key: string; value: StoredDraft };
  journal: { key: [string, number]; value: StoredEntry };
  /** By `finishedAt` and, of the sent, by the receipt's `status`: what the first screen counts. */
  outbox: { key: string; value: OutboxRecord; indexes: { finishedAt: string } };
  sent: { key: string; value: SentRecord; indexes: { status: Receipt['status'] } };
  syncLog: { key: number; value: SyncLogEntry };
  enumerators: { key: string; value: EnumeratorRecord };
  photos: { key: [string, string]; value: StoredPhoto };
  attachments: { key: [string, string]; value: StoredAttachment };
  copies: { key: string; value: StoredCopy };
  discards: { key: string; value: DiscardCount };
  /** Under `current`: the public key that finished interviews are sealed to. */
  sealing: { key: string; value: SealingKey };
  /** By enumerator: what she has to do. */
  work: { key: string; value: StoredWork };
  marks: { key: number; value: StoredMark };
}
