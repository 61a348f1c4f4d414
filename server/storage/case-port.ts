import type { Contact } from '../../contracts/case.ts';

/** An entry of a study's respondent list. Who it is, is kept apart. */
export interface CaseRecord {
  readonly id: string;
  readonly branch: string;
  /** Null: of no wave. */
  readonly wave: number | null;
  /** Whom it is given to; null: to any tablet of the branch. */
  readonly tabletId: string | null;
  /** When she was listed, or listed again with how she is found. */
  readonly addedAt: string;
  /** Why it was closed; absent where it was not. */
  readonly closedReason?: string;
}

export interface CaseStore {
  /**
   * Adds entries, or changes those that are there, with their contacts; all or none. A contact that is absent
   * stays as it is.
   */
  put(
    studyId: string,
    cases: readonly (Omit<CaseRecord, 'closedReason'> & { readonly contact?: Contact | undefined })[],
  ): Promise<void>;
  assign(studyId: string, ids: readonly string[], tabletId: string | null): Promise<void>;
  /** Closes entries with a reason, or opens them again (null). Listing one again leaves it closed. */
  close(studyId: string, ids: readonly string[], reason: string | null): Promise<void>;
  /** Removes entries with their contacts. */
  remove(studyId: string, ids: readonly string[]): Promise<void>;
  /** Of these entries, those that some record belongs to, whatever became of it. */
  withRecords(studyId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Branch of an entry; null where there is none of that id. */
  branchOf(studyId: string, id: string): Promise<string | null>;
  /** In order of id. */
  list(studyId: string): Promise<CaseRecord[]>;
  /** Personal data. Of the entries named, or of all. */
  contacts(studyId: string, ids?: readonly string[]): Promise<ReadonlyMap<string, Contact>>;
}
