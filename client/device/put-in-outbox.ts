import type { OutboxRecord, StoredAttachment } from './device-schema.ts';
import { journalRange } from './journal-range.ts';
import { STRICT, type DeviceDatabase } from './open-database.ts';
import { photoRange } from './photo-range.ts';
import { readSealingKey } from './read-sealing-key.ts';
import { sealText } from './seal-text.ts';
import { sha256Hex } from './sha256-hex.ts';
import type { StoredMark } from './work/stored-work.ts';

/** Something finished: an interview, a visit or a back-check. */
export interface Finished {
  readonly id: string;
  /** Of the link that it was begun under. */
  readonly tabletId: string;
  /** Device clock, ISO 8601 with offset. */
  readonly finishedAt: string;
  /** JSON text of the record. */
  readonly text: string;
  /** What it means for the list of work; null where it is not about anything on it. */
  readonly mark: StoredMark | null;
  readonly what?: OutboxRecord['what'];
  /** Its photos, sealed. */
  readonly photos?: readonly StoredAttachment[];
}

/**
 * Seals a record to the institution, so that nothing on this tablet opens it again, and puts it into the
 * outbox. In the same transaction its draft goes, if it had one, and the list of work is marked: at every
 * moment the work is in one of the two, never in neither. The payload is written once, here; its bytes
 * never change again. Rejects if the id is taken, or storage fails; then nothing has changed.
 */
export async function putInOutbox(
  database: DeviceDatabase,
  { id, tabletId, finishedAt, text, mark, what, photos = [] }: Finished,
): Promise<OutboxRecord> {
  const key = await readSealingKey(database);
  // Without a key (an old server, or linked a moment ago) it is sealed as soon as there is one.
  const payload = key === null ? text : await sealText(text, key);
  const record: OutboxRecord = {
    id,
    tabletId,
    hash: await sha256Hex(payload),
    payload,
    state: 'queued',
    attempts: 0,
    notBeforeMs: 0,
    problem: null,
    finishedAt,
    ...(what !== undefined && { what }),
  };
  const move = database.transaction(
    ['drafts', 'journal', 'photos', 'attachments', 'outbox', 'marks'],
    'readwrite',
    STRICT,
  );
  await Promise.all([
    move.objectStore('outbox').add(record),
    move.objectStore('journal').delete(journalRange(id)),
    move.objectStore('drafts').delete(id),
    move.objectStore('photos').delete(photoRange(id)),
    ...photos.map((photo) => move.objectStore('attachments').add(photo)),
    mark === null ? null : move.objectStore('marks').add(mark),
    move.done,
  ]);
  return record;
}
