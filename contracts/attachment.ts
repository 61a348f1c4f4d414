import { z } from 'zod';

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** Bytes that a photo may have, after the tablet has made it smaller. */
export const LARGEST_PHOTO = 300 * 1024;
export const PHOTO_TYPE = 'image/jpeg';

/** What an interview says of a photo that goes beside it. */
export const attachmentSchema = z.strictObject({
  /** The question that asked for it. */
  item: z.string().max(64),
  /** SHA-256 (hex) of the picture's bytes. */
  hash: sha256Hex,
  type: z.literal(PHOTO_TYPE),
  bytes: z.int().min(1).max(LARGEST_PHOTO),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const attachmentsSchema = z.array(attachmentSchema).min(1).max(5);

/** The text that a tablet seals around a photo. */
export const photoContentSchema = z.strictObject({
  waymark: z.literal('photo'),
  version: z.literal(1),
  /** Id of the interview. */
  interview: z.uuid(),
  item: z.string().max(64),
  type: z.literal(PHOTO_TYPE),
  /** The picture, base64url. */
  data: z.string().regex(/^[A-Za-z0-9_-]+$/),
});
export type PhotoContent = z.infer<typeof photoContentSchema>;

/** PUT /api/submissions/:id/attachments/:hash — the server holds this photo of that interview. */
export const attachmentReceiptSchema = z.strictObject({ id: z.uuid(), hash: sha256Hex });
export type AttachmentReceipt = z.infer<typeof attachmentReceiptSchema>;
