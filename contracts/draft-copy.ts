import { z } from 'zod';

/**
 * Copies of unfinished interviews, which a tablet leaves on the server while it is online. What travels is a
 * `Delivery` whose payload is a `DraftBundle` without its photos: sealed, and not opened unless it is recovered.
 */

/**
 * PUT /api/device/drafts/:id — for the bytes whose hash it carries. Only this, with the same id and hash, says that
 * they arrived.
 *
 * - `kept`: they are the copy that the server has. `newer`: it has a later one of the same interview.
 * - `ended`: nothing is kept, because that interview was finished, thrown away, recovered or erased.
 */
export const draftCopyReceiptSchema = z.strictObject({
  id: z.uuid(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  state: z.enum(['kept', 'newer', 'ended']),
  receivedAt: z.iso.datetime({ offset: true }),
});
export type DraftCopyReceipt = z.infer<typeof draftCopyReceiptSchema>;

/** PUT /api/device/drafts/:id/thrown-away — the server has no copy of it any more, and takes none. */
export const draftGoneSchema = z.strictObject({ id: z.uuid(), state: z.literal('ended') });

/** GET /api/tablets/drafts — tablets with copies of unfinished interviews. Nothing of what is in them is known. */
export const tabletDraftsSchema = z.strictObject({
  tabletId: z.string(),
  tabletName: z.string(),
  /** Unfinished interviews. */
  drafts: z.int(),
  /** Answers given or changed, pages turned and the like, in all of them. */
  steps: z.int(),
  /** When the oldest and the newest of these copies came. Server clock, ISO 8601. */
  oldestAt: z.string(),
  newestAt: z.string(),
  /** Why they may be recovered; null: the tablet is in use, and so are they. */
  lost: z.enum(['revoked', 'quiet']).nullable(),
});
export type TabletDrafts = z.infer<typeof tabletDraftsSchema>;

/** POST /api/tablets/:id/drafts/recover */
export const recoveredDraftsSchema = z.strictObject({ recovered: z.int() });
