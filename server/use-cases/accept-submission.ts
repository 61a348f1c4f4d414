import { randomUUID } from 'node:crypto';
import { WaymarkError } from '../../contracts/errors.ts';
import type { Delivery, Receipt } from '../../contracts/submission.ts';
import { publishedHashes } from '../../instruments/registry.ts';
import type { NewSubmission, StudyRecord, TabletRecord } from '../storage/port.ts';
import type { Clock } from './clock.ts';
import { judgeDelivery } from './judge-delivery.ts';
import { sha256 } from './sha256.ts';

/** What accepting needs. `keep` resolves once the record is on the disk. */
export interface AcceptContext {
  readonly clock: Clock;
  readonly keep: (submission: NewSubmission) => Promise<Receipt>;
  readonly studyOf: (studyId: string) => Promise<StudyRecord>;
}

/**
 * Takes one record from a tablet and answers with its receipt. Repeats give the first receipt again.
 *
 * @throws WaymarkError HASH_MISMATCH where the payload was damaged on the way; the tablet sends it again
 */
export async function acceptSubmission(
  { clock, keep, studyOf }: AcceptContext,
  id: string,
  delivery: Delivery,
  tablet: TabletRecord,
): Promise<Receipt> {
  if (sha256(delivery.payload) !== delivery.hash)
    throw new WaymarkError(
      'HASH_MISMATCH',
      `The record ${id} arrived with another content than its hash says.`,
      'It was damaged on the way. Send it again.',
    );
  const study = await studyOf(tablet.studyId);
  const published = study.codebookHash === null ? publishedHashes(study.instrument.name) : null;
  const { status, branch, reason } = judgeDelivery(id, delivery, tablet, study, published);
  return keep({
    id,
    studyId: study.id,
    hash: delivery.hash,
    kind: 'interview',
    payload: delivery.payload,
    branch,
    receivedAt: clock().toISOString(),
    tabletId: tablet.id,
    status,
    reason,
    receiptId: randomUUID(),
  });
}
