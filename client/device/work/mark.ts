import type { CaseOutcome } from '../../../contracts/work.ts';
import { markLabel } from '../vault/labels.ts';
import type { Vault } from '../vault/vault.ts';
import type { StoredMark } from './stored-work.ts';

/** What a finished record means for the list of work. */
export interface Mark {
  readonly studyId: string;
  /** Device clock, ISO 8601 with offset. */
  readonly at: string;
  /** Of the respondent list, where the record is about one of it. */
  readonly caseId?: string;
  readonly outcome?: CaseOutcome;
  /** For `call-back`: the day, or day and hour, that was named. */
  readonly callBackAt?: string;
  /** Id of an interview that was held again. */
  readonly revised?: string;
  /** Id of a back-check that was done. */
  readonly taskId?: string;
}

/** A mark to be put into storage together with the record that it comes from. */
export const boxMark = (vault: Vault, recordId: string, mark: Mark): StoredMark => ({
  recordId,
  owner: vault.enumeratorId,
  box: vault.box(JSON.stringify(mark), markLabel(recordId)),
});

/** Throws where the mark is another's, or was changed. */
export const unboxMark = (vault: Vault, { recordId, box }: StoredMark): Mark =>
  JSON.parse(vault.unbox(box, markLabel(recordId))) as Mark;
