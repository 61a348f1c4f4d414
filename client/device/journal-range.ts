/** All journal keys of one draft. */
export const journalRange = (draftId: string): IDBKeyRange =>
  IDBKeyRange.bound([draftId, 0], [draftId, Number.MAX_SAFE_INTEGER]);
