import { z } from 'zod';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/** GET /api/device/sealing-key — the public half of the institution's current key. */
export const sealingKeySchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: base64url.max(64),
  y: base64url.max(64),
  kid: z.string().min(1).max(64),
});
export type SealingKey = z.infer<typeof sealingKeySchema>;

/** What a JWE to the institution says of an enumerator's data key: the way back when a PIN is forgotten. */
export const escrowSchema = z.strictObject({ enumeratorId: z.string(), key: base64url });
export type Escrow = z.infer<typeof escrowSchema>;

/**
 * An unfinished interview as it leaves a tablet, in a backup or because the tablet was revoked: still in
 * its boxes, with the key to them sealed to the institution.
 */
export const draftBundleSchema = z.strictObject({
  waymark: z.literal('draft'),
  version: z.literal(1),
  id: z.uuid(),
  /** Compact JWE of an `Escrow`. */
  key: z.string().max(4_000),
  /** Box of the draft, base64url. */
  draft: base64url,
  /** Boxes of the journal, base64url, oldest first. */
  entries: z.array(z.strictObject({ seq: z.number().int().min(0), box: base64url })),
  /** Boxes of its photos, base64url, by the hash of the picture; absent where it has none. */
  photos: z.array(z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/), box: base64url })).optional(),
});
export type DraftBundle = z.infer<typeof draftBundleSchema>;

/** First line of a backup file. */
export const backupHeaderSchema = z.strictObject({
  waymark: z.literal('backup'),
  version: z.literal(1),
  /** Device clock, ISO 8601. */
  madeAt: z.string(),
  /** How many record lines follow; fewer mean a file that was cut off. */
  records: z.number().int().min(0),
});
export type BackupHeader = z.infer<typeof backupHeaderSchema>;

/** Each further line of a backup file: a delivery, and the tablet whose it is. */
export const backupRecordSchema = z.strictObject({
  kind: z.enum(['finished', 'draft', 'photo']),
  id: z.uuid(),
  tabletId: z.string().max(64),
  /** SHA-256 (hex) of `payload` in UTF-8. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  payload: z.string(),
  /** Of a photo: SHA-256 (hex) of the picture; `id` is that of its interview. */
  photo: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type BackupRecord = z.infer<typeof backupRecordSchema>;
