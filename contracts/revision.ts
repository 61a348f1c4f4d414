import { z } from 'zod';

/**
 * What an interview that was held again says of the one before. Once it is stored, the earlier one of the
 * same branch no longer counts; both are kept.
 */
export const revisionSchema = z.strictObject({
  /** Id of the interview that it takes the place of. */
  of: z.uuid(),
  reason: z.string().trim().min(1, 'say why').max(500),
});
export type Revision = z.infer<typeof revisionSchema>;
