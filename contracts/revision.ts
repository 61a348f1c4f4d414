import { z } from 'zod';

/**
 * What an interview that was held again says of the one before. Once it is stored, the earlier one no
 * longer counts, in whichever order they come, where both are of one branch or from one tablet; both are kept.
 * Otherwise both count, and a quality check says so (`revision`).
 */
export const revisionSchema = z.strictObject({
  /** Id of the interview that it takes the place of. */
  of: z.uuid(),
  reason: z.string().trim().min(1, 'say why').max(500),
});
export type Revision = z.infer<typeof revisionSchema>;
