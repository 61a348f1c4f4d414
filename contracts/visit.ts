import { z } from 'zod';
import { caseIdSchema } from './case.ts';

/**
 * How an attempt ended that gave no finished interview; `completed` needs none, the interview says it.
 *
 * - `refused`: she does not want to take part; `broken-off`: she stopped in the middle and will not go on.
 * - `not-found`: nobody was met at the place; `moved`: she lives or works elsewhere now, where is not known.
 * - `call-back`: she or someone of hers was met, and named another time.
 * - `ineligible`: not someone the study asks, as a business that closed.
 * - `partial`: enough was answered to be of use, and she will not go on.
 */
const VISIT_OUTCOMES = [
  'refused',
  'not-found',
  'moved',
  'call-back',
  'ineligible',
  'partial',
  'broken-off',
] as const;
export const visitOutcomeSchema = z.enum(VISIT_OUTCOMES);
export type VisitOutcome = z.infer<typeof visitOutcomeSchema>;

/** A visit without a finished interview. It travels as interviews do; it is never counted as one. */
export const visitSchema = z.strictObject({
  waymark: z.literal('visit'),
  id: z.uuid(),
  studyId: z.string().max(64),
  /** Entry of the respondent list; absent for someone found on the spot. */
  caseId: caseIdSchema.optional(),
  branch: z.string().max(64),
  enumerator: z.string().max(120),
  outcome: visitOutcomeSchema,
  /** Device clock, ISO 8601 with offset. Kept as evidence; never used to order or deduplicate. */
  at: z.iso.datetime({ offset: true }),
  /** For `call-back`: the day, or day and hour, that was named. */
  callBackOn: z.iso.date().optional(),
  callBackAt: z.iso.datetime({ offset: true }).optional(),
  /** What the next visitor should know. Personal data. */
  note: z.string().max(1000).optional(),
  /** Of an unfinished interview on the tablet, for `partial` and `broken-off`. */
  interviewId: z.uuid().optional(),
  appVersion: z.string().max(40),
});
export type Visit = z.infer<typeof visitSchema>;
