import { photoContentSchema } from '../../contracts/attachment.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { AttachmentStore, InterviewOfStudy } from '../storage/attachments-port.ts';
import { openPayload } from './open-payload.ts';
import type { SealingKeys } from './sealing-keys.ts';

/** A photo, opened. */
export interface Photo {
  readonly item: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** The photos of an interview that are here. Throws NOT_COMPUTABLE where one cannot be opened with the keys here. */
export async function readPhotos(
  attachments: AttachmentStore,
  keys: SealingKeys,
  interview: InterviewOfStudy,
): Promise<readonly Photo[]> {
  const photos: Photo[] = [];
  for (const hash of await attachments.hashesOf(interview)) {
    const content = await attachments.contentOf(interview, hash);
    // Erased with the respondent.
    if (content === null) continue;
    photos.push(openPhoto(keys, interview.submissionId, hash, content));
  }
  return photos;
}

/** Opens a photo as it was stored. Throws NOT_COMPUTABLE where the keys here do not open it. */
export function openPhoto(keys: SealingKeys, interviewId: string, hash: string, content: string): Photo {
  const opened = openPayload(keys, content);
  if (opened.kind === 'closed')
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `A photo of interview ${interviewId} stays closed: ${opened.reason}`,
    );
  const { item, data } = photoContentSchema.parse(JSON.parse(opened.text));
  return { item, hash, bytes: Buffer.from(data, 'base64url') };
}
