import { z } from 'zod';
import { caseIdSchema, contactSchema } from './case.ts';
import { visitOutcomeSchema } from './visit.ts';

/** How the last attempt at a case ended: a visit, or an interview that counts (`completed`), or was declined. */
export const caseOutcomeSchema = z.enum(['completed', ...visitOutcomeSchema.options]);
export type CaseOutcome = z.infer<typeof caseOutcomeSchema>;

/** Someone to be interviewed. */
export const workCaseSchema = contactSchema.extend({
  id: caseIdSchema,
  branch: z.string(),
  /** Number of the wave; null where the study has none. */
  wave: z.int().nullable(),
  /** True: given to this tablet. False: to nobody, so any tablet of the branch may take it. */
  assigned: z.boolean(),
  /** Absent: nobody went there yet, or nothing was delivered of it. */
  lastOutcome: caseOutcomeSchema.optional(),
  /** Visits and interviews so far. */
  attempts: z.int(),
  /** For `call-back`: the day (2026-11-22), or day and hour with offset, that was named. */
  callBackAt: z.string().optional(),
  /** Nothing is left to do: completed, refused, moved, not eligible. It stays on the list to be found. */
  done: z.boolean(),
});
export type WorkCase = z.infer<typeof workCaseSchema>;

/** An interview that a supervisor gave back. */
export const returnedSchema = z.strictObject({
  interviewId: z.uuid(),
  caseId: caseIdSchema.optional(),
  branch: z.string(),
  comment: z.string(),
  /** Server clock, ISO 8601. */
  decidedAt: z.string(),
  /** Who held it. */
  enumerator: z.string(),
});
export type Returned = z.infer<typeof returnedSchema>;

/** A short second interview that compares. The first answers are not among it. */
export const backCheckTaskSchema = contactSchema.extend({
  id: z.uuid(),
  /** Of the interview that is checked. */
  interviewId: z.uuid(),
  caseId: caseIdSchema.optional(),
  branch: z.string(),
  /** Version of the instrument that the items are asked from. */
  instrument: z.strictObject({ name: z.string(), version: z.string() }),
  /** Names of the items to ask, in order. */
  items: z.array(z.string()),
  dueOn: z.iso.date().optional(),
  /** Who held the interview that is checked: the check is for anyone but her. */
  enumerator: z.string().optional(),
});
export type BackCheckTask = z.infer<typeof backCheckTaskSchema>;

/**
 * GET /api/device/work — what this tablet's enumerators have to do, in one answer: for its own branches, the
 * cases given to it or to nobody. Compressed where the tablet accepts it; 5,000 cases are about 1.2 MB of
 * text and 190 KB on the wire. With `?version=` of the list a tablet has: 204 and no body where nothing
 * changed. A revoked tablet is given empty lists, so that it forgets what it knew. A tablet reads
 * leniently (`deviceWorkSchema` strips what it does not know), for the server may be newer.
 */
export const deviceWorkSchema = z.object({
  /** Changes with the content. */
  version: z.string(),
  cases: z.array(z.object(workCaseSchema.shape)),
  returned: z.array(z.object(returnedSchema.shape)),
  backChecks: z.array(z.object(backCheckTaskSchema.shape)),
});
export type DeviceWork = z.infer<typeof deviceWorkSchema>;
