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
}

export interface CaseStore {
  /**
   * Adds entries, or changes those that are there, with their contacts; all or none. A contact that is absent
   * stays as it is.
   */
  put(
    studyId: string,
    cases: readonly (CaseRecord & { readonly contact?: Contact | undefined })[],
  ): Promise<void>;
  assign(studyId: string, ids: readonly string[], tabletId: string | null): Promise<void>;
  /** In order of id. */
  list(studyId: string): Promise<CaseRecord[]>;
  /** Personal data. Of the entries named, or of all. */
  contacts(studyId: string, ids?: readonly string[]): Promise<ReadonlyMap<string, Contact>>;
}
