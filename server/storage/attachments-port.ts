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
  /** It was opened here, and is the picture that it says; absent: it is. */
  readonly isOpen?: boolean;
  /** Why it is set aside; absent or null: it is a photo of that interview, as far as is known. */
  readonly reason?: string | null;
}

/** An interview of a study: another study may have one of the same id, and its photos are none of this one's. */
export interface InterviewOfStudy {
  readonly studyId: string;
  readonly submissionId: string;
}

export interface AttachmentStore {
  /**
   * Keeps one good copy of each picture in each study; what stays closed, or is set aside, is kept beside it and never stands in
   * its way. Resolves when it is on the disk.
   */
  add(attachment: AttachmentRecord): Promise<void>;
  /**
   * Hashes of what is held for an interview, those of which only the row is left among them; in order. With a tablet,
   * also of what it sent that was set aside, so that it need not send it again.
   */
  hashesOf(interview: InterviewOfStudy, tabletId?: string): Promise<string[]>;
  /** The good copy, else the newest closed one. Null where it is not held, or was erased. */
  contentOf(interview: InterviewOfStudy, hash: string): Promise<string | null>;
  /** Photos sent for an interview that are set aside, by tablets of any study, oldest first. */
  setAside(submissionId: string): Promise<{ readonly hash: string; readonly reason: string }[]>;
  /** Where an interview belongs, of which a photo may come; null where none of that id is here. */
  interviewOf(
    submissionId: string,
  ): Promise<{ readonly studyId: string; readonly branch: string; readonly tabletId: string | null } | null>;
}

export interface AreaStore {
  /** Sets the area of a branch, in place of the one before. */
  set(studyId: string, branch: string, area: BranchArea): Promise<void>;
  /** By branch code; a branch without an area is left out. */
  list(studyId: string): Promise<ReadonlyMap<string, BranchArea>>;
}
