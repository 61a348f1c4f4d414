import { PHOTO_TYPE, type Attachment, type PhotoContent } from '../../contracts/attachment.ts';
import { photoLabel } from '../../contracts/sealing-format.ts';
import { toBase64Url } from './base64url.ts';
import type { StoredAttachment, TakenPhoto } from './device-schema.ts';
import { STRICT, type DeviceDatabase } from './open-database.ts';
import { readSealingKey } from './read-sealing-key.ts';
import { sealText } from './seal-text.ts';
import { sha256Hex, sha256HexOfBytes } from './sha256-hex.ts';
import type { Vault } from './vault/vault.ts';

/** Keeps a photo of a draft in a box; done once it is on disk. */
export async function keepPhoto(
  database: DeviceDatabase,
  vault: Vault,
  draftId: string,
  picture: Uint8Array<ArrayBuffer>,
): Promise<TakenPhoto> {
  const hash = await sha256HexOfBytes(picture);
  const box = vault.box(toBase64Url(picture), photoLabel(draftId, hash));
  const write = database.transaction('photos', 'readwrite', STRICT);
  await Promise.all([write.store.put({ draftId, hash, box }), write.done]);
  return { hash, bytes: picture.length };
}

/** The picture of a draft, base64url; null where it is not there. Throws where it was changed. */
export async function readPhoto(
  database: DeviceDatabase,
  vault: Vault,
  draftId: string,
  hash: string,
): Promise<string | null> {
  const stored = await database.get('photos', [draftId, hash]);
  return stored === undefined ? null : vault.unbox(stored.box, photoLabel(draftId, hash));
}

/**
 * Seals the photos of an interview that is being finished, so that nothing on this tablet opens them again.
 * `attachments` is what the interview says of them, `stored` what goes beside it.
 */
export async function sealPhotos(
  database: DeviceDatabase,
  vault: Vault,
  interviewId: string,
  photos: Readonly<Record<string, TakenPhoto>>,
): Promise<{ readonly attachments: readonly Attachment[]; readonly stored: readonly StoredAttachment[] }> {
  const key = await readSealingKey(database);
  const attachments: Attachment[] = [];
  const stored: StoredAttachment[] = [];
  for (const [item, { hash, bytes }] of Object.entries(photos)) {
    const data = await readPhoto(database, vault, interviewId, hash);
    if (data === null) throw new Error(`The photo of ${item} is not on disk.`);
    const content: PhotoContent = {
      waymark: 'photo',
      version: 1,
      interview: interviewId,
      item,
      type: PHOTO_TYPE,
      data,
    };
    const text = JSON.stringify(content);
    const payload = key === null ? text : await sealText(text, key);
    attachments.push({ item, hash, type: PHOTO_TYPE, bytes });
    stored.push({ interviewId, hash, payload, payloadHash: await sha256Hex(payload), sent: false });
  }
  return { attachments, stored };
}
