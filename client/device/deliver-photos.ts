import { attachmentReceiptSchema } from '../../contracts/attachment.ts';
import type { Receipt } from '../../contracts/submission.ts';
import type { OutboxRecord, StoredAttachment } from './device-schema.ts';
import { STRICT, type DeviceDatabase } from './open-database.ts';
import { photoRange } from './photo-range.ts';
import { offerDelivery, type Problem } from './send-record.ts';

const markPhoto = async (database: DeviceDatabase, photo: StoredAttachment, sent: boolean): Promise<void> => {
  const write = database.transaction('attachments', 'readwrite', STRICT);
  const latest = await write.store.get([photo.interviewId, photo.hash]);
  if (latest !== undefined) await write.store.put({ ...latest, sent });
  await write.done;
};

/** All photos of an interview that waits. They were stored together with it, and none comes later. */
export const photosOf = (
  database: DeviceDatabase,
  { id }: Pick<OutboxRecord, 'id'>,
): Promise<readonly StoredAttachment[]> => database.getAll('attachments', photoRange(id));

/**
 * Offers those photos of an interview that the server has not confirmed yet, before the interview itself.
 * Gives the first problem; null where all are there.
 */
export async function deliverPhotos(
  database: DeviceDatabase,
  photos: readonly StoredAttachment[],
  token: string,
  fetchFrom: typeof fetch,
): Promise<Problem | null> {
  for (const photo of photos) {
    if (photo.sent) continue;
    const { interviewId: id } = photo;
    const outcome = await offerDelivery(
      `/api/submissions/${id}/attachments/${photo.hash}`,
      { hash: photo.payloadHash, payload: photo.payload },
      token,
      fetchFrom,
    );
    if ('code' in outcome) return outcome;
    const receipt = attachmentReceiptSchema.safeParse(outcome.body);
    if (!receipt.success)
      return { kind: 'problem', code: 'notAReceipt', detail: 'An answer, but no receipt of the photo' };
    if (receipt.data.id !== id || receipt.data.hash !== photo.hash)
      return { kind: 'problem', code: 'wrongReceipt', detail: 'The receipt is for another photo' };
    await markPhoto(database, photo, true);
  }
  return null;
}

/**
 * Whether the receipt of an interview names every photo of it: only then may they go.
 * Those that it does not name will be sent again.
 */
export async function holdsPhotos(
  database: DeviceDatabase,
  photos: readonly StoredAttachment[],
  { attachments }: Pick<Receipt, 'attachments'>,
): Promise<boolean> {
  const missing = photos.filter(({ hash }) => !attachments.includes(hash));
  for (const photo of missing) await markPhoto(database, photo, false);
  return missing.length === 0;
}
