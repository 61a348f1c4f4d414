import type { Interview } from '../../contracts/submission.ts';
import type { OutboxRecord } from './device-schema.ts';
import { journalRange } from './journal-range.ts';
import { STRICT, type DeviceDatabase } from './open-database.ts';
import { readSealingKey } from './read-sealing-key.ts';
import { sealText } from './seal-text.ts';
import { sha256Hex } from './sha256-hex.ts';

/**
 * Seals an interview to the institution, so that nothing on this tablet opens it again, and moves a draft to the outbox in one transaction: at every moment the interview is in one of the
 * two, never in neither. The payload is written once, here; its bytes never change again.
 * `tabletId` is that of the draft.
 */
export async function finaliseDraft(
  database: DeviceDatabase,
  interview: Interview,
  tabletId: string,
): Promise<OutboxRecord> {
  const text = JSON.stringify(interview);
  const key = await readSealingKey(database);
  // Without a key (an old server, or linked a moment ago) it is sealed as soon as there is one.
  const payload = key === null ? text : await sealText(text, key);
  const record: OutboxRecord = {
    id: interview.id,
    tabletId,
    hash: await sha256Hex(payload),
    payload,
    state: 'queued',
    attempts: 0,
    notBeforeMs: 0,
    problem: null,
    finishedAt: interview.finishedAt,
  };
  const move = database.transaction(['drafts', 'journal', 'outbox'], 'readwrite', STRICT);
  await Promise.all([
    move.objectStore('outbox').add(record),
    move.objectStore('journal').delete(journalRange(interview.id)),
    move.objectStore('drafts').delete(interview.id),
    move.done,
  ]);
  return record;
}
