import { createHash } from 'node:crypto';
import { photoContentSchema, type AttachmentReceipt } from '../../contracts/attachment.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { Delivery } from '../../contracts/submission.ts';
import type { AttachmentStore } from '../storage/attachments-port.ts';
import type { TabletRecord } from '../storage/port.ts';
import type { Clock } from './clock.ts';
import { inScope } from './in-scope.ts';
import { openPayload } from './open-payload.ts';
import type { SealingKeys } from './sealing-keys.ts';
import { sha256 } from './sha256.ts';

interface AttachmentContext {
  readonly clock: Clock;
  readonly keys: SealingKeys;
  readonly attachments: AttachmentStore;
}

/**
 * Takes a photo of an interview, which comes later or is here already: it is kept as it came, sealed, once.
 * One that cannot be opened here is kept too, because the key may be elsewhere. One of an interview that the tablet has
 * nothing to do with is set aside with the reason.
 *
 * @param hash of the picture itself
 * @throws WaymarkError HASH_MISMATCH where the delivery, or the picture in it, is another than its hash says
 */
export async function acceptAttachment(
  { clock, keys, attachments }: AttachmentContext,
  { id, hash }: AttachmentReceipt,
  delivery: Delivery,
  tablet: TabletRecord,
): Promise<AttachmentReceipt> {
  const opened = sha256(delivery.payload) === delivery.hash ? openPayload(keys, delivery.payload) : null;
  if (opened === null || (opened.kind !== 'closed' && !isPicture(opened.text, id, hash)))
    throw new WaymarkError(
      'HASH_MISMATCH',
      `The photo of interview ${id} arrived with another content than its hash says.`,
      'It was damaged on the way. Send it again.',
    );
  await attachments.add({
    submissionId: id,
    hash,
    studyId: tablet.studyId,
    tabletId: tablet.id,
    receivedAt: clock().toISOString(),
    content: delivery.payload,
    isOpen: opened.kind !== 'closed',
    reason: strangeness(await attachments.interviewOf(id), tablet),
  });
  return { id, hash };
}

/** Why a tablet has no photo to send of an interview that is here; null where it may, or where none is here yet. */
function strangeness(
  interview: Awaited<ReturnType<AttachmentStore['interviewOf']>>,
  tablet: TabletRecord,
): string | null {
  if (interview === null || interview.tabletId === tablet.id) return null;
  if (interview.studyId !== tablet.studyId) return 'The interview belongs to another study.';
  if (!inScope(tablet.branches, interview.branch))
    return `The tablet does not work for branch "${interview.branch}".`;
  return null;
}

function isPicture(text: string, id: string, hash: string): boolean {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return false;
  }
  const photo = photoContentSchema.safeParse(content);
  if (!photo.success || photo.data.interview !== id) return false;
  return createHash('sha256').update(Buffer.from(photo.data.data, 'base64url')).digest('hex') === hash;
}
