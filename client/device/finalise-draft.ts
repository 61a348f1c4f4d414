import type { Interview } from '../../contracts/submission.ts';
import type { OutboxRecord, StoredAttachment } from './device-schema.ts';
import type { DeviceDatabase } from './open-database.ts';
import { putInOutbox } from './put-in-outbox.ts';
import type { StoredMark } from './work/stored-work.ts';

/**
 * Moves an interview from its draft to the outbox, sealed, in one transaction (`putInOutbox`). `tabletId` is
 * that of the draft.
 */
export const finaliseDraft = (
  database: DeviceDatabase,
  interview: Interview,
  tabletId: string,
  mark: StoredMark | null = null,
  photos: readonly StoredAttachment[] = [],
): Promise<OutboxRecord> => {
  const { id, finishedAt } = interview;
  const text = JSON.stringify(interview);
  return putInOutbox(database, { id, tabletId, finishedAt, text, mark, what: 'interview', photos });
};
