import type { BranchArea } from '../../scoring/quality/quality-record.ts';

/** A photo of an interview as it came: sealed to the institution. */
export interface AttachmentRecord {
  /** Of the interview it belongs to, which may come later. */
  readonly submissionId: string;
  /** SHA-256 (hex) of the picture itself; the same picture sealed twice is one. */
  readonly hash: string;
  readonly studyId: string;
  readonly tabletId: string | null;
  readonly receivedAt: string;
  readonly content: string;
}

export interface AttachmentStore {
  /** Keeps it once; a repeat changes nothing. Resolves when it is on the disk. */
  add(attachment: AttachmentRecord): Promise<void>;
  /** Hashes of what is held for an interview, those of which only the row is left among them; in order. */
  hashesOf(submissionId: string): Promise<string[]>;
  /** Null where it is not held, or was erased. */
  contentOf(submissionId: string, hash: string): Promise<string | null>;
}

export interface AreaStore {
  /** Sets the area of a branch, in place of the one before. */
  set(studyId: string, branch: string, area: BranchArea): Promise<void>;
  /** By branch code; a branch without an area is left out. */
  list(studyId: string): Promise<ReadonlyMap<string, BranchArea>>;
}
