import type { DraftCopyReceipt } from '../../../contracts/draft-copy.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import { draftBundleSchema, type DraftBundle } from '../../../contracts/sealing.ts';
import type { Delivery } from '../../../contracts/submission.ts';
import type { TabletRecord } from '../../storage/port.ts';
import type { Context } from '../context.ts';
import { sha256 } from '../sha256.ts';

/** Unfinished interviews of one tablet of which copies are kept: far more than anybody leaves open. */
const MOST_COPIES = 200;

/**
 * Keeps a copy of an unfinished interview as it came, in its boxes, in place of the one before: nothing of it is
 * opened or counted. A revoked tablet's too. A repeat changes nothing.
 *
 * @throws WaymarkError HASH_MISMATCH where it was damaged on the way; INVALID_REQUEST where it is no unfinished
 *   interview of that id, or the tablet has left too many
 */
export async function acceptDraftCopy(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  id: string,
  { hash, payload }: Delivery,
  tablet: TabletRecord,
): Promise<DraftCopyReceipt> {
  if (sha256(payload) !== hash)
    throw new WaymarkError(
      'HASH_MISMATCH',
      `The copy of the unfinished interview ${id} arrived with another content than its hash says.`,
      'It was damaged on the way. Send it again.',
    );
  const bundle = readBundle(payload);
  if (bundle?.id !== id)
    throw new WaymarkError('INVALID_REQUEST', `Expected the unfinished interview ${id} in its boxes.`);
  const receivedAt = clock().toISOString();
  const state = await store.draftCopies.put(
    {
      ...{ id, tabletId: tablet.id, studyId: tablet.studyId, hash, receivedAt },
      steps: bundle.entries.length,
      content: payload,
    },
    MOST_COPIES,
  );
  if (state === 'full')
    throw new WaymarkError(
      'INVALID_REQUEST',
      `The tablet has left copies of ${MOST_COPIES} unfinished interviews; no more are taken.`,
      'Finish them, or throw away those that are not needed.',
    );
  return { id, hash, state, receivedAt };
}

function readBundle(payload: string): DraftBundle | null {
  try {
    return draftBundleSchema.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
