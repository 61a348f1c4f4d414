import { z } from 'zod';
import { answersSchema } from './answer.ts';

/**
 * `back-check.json` beside an instrument: the few questions that a back-check asks again, in the order of the
 * instrument. What they hang on by skip logic must be among them.
 */
export const backCheckItemsSchema = z.strictObject({
  items: z.array(z.string()).min(1),
  /** Those of the items that only say who she is: asked and compared, but left out of figures over all items. */
  identifying: z.array(z.string()),
});
export type BackCheckItems = z.infer<typeof backCheckItemsSchema>;

/**
 * How a back-check ended.
 *
 * - `completed`: she answered. `denied`: she says that nobody interviewed her.
 * - `refused`: she does not want to answer again. `not-found`: she was not reached.
 */
export const BACK_CHECK_OUTCOMES = ['completed', 'denied', 'refused', 'not-found'] as const;
export const backCheckOutcomeSchema = z.enum(BACK_CHECK_OUTCOMES);
export type BackCheckOutcome = z.infer<typeof backCheckOutcomeSchema>;

/** A short second interview of the same person by someone else. It travels as interviews do; it is never counted as one. */
export const backCheckSchema = z.strictObject({
  waymark: z.literal('backcheck'),
  id: z.uuid(),
  studyId: z.string().max(64),
  /** `id` of the `BackCheckTask`. */
  taskId: z.uuid(),
  /** Of the interview that is checked. */
  interviewId: z.uuid(),
  branch: z.string().max(64),
  /** Who asked this time: someone else than the first time. */
  enumerator: z.string().max(120),
  instrument: z.strictObject({ name: z.string().max(64), version: z.string().max(16) }),
  mode: z.enum(['visit', 'phone']),
  outcome: backCheckOutcomeSchema,
  /** Empty unless `completed`. */
  answers: answersSchema,
  /** Device clock, ISO 8601 with offset. Kept as evidence; never used to order or deduplicate. */
  startedAt: z.iso.datetime({ offset: true }),
  finishedAt: z.iso.datetime({ offset: true }),
  note: z.string().max(1000).optional(),
  appVersion: z.string().max(40),
});
export type BackCheck = z.infer<typeof backCheckSchema>;
