import { z } from 'zod';
import { caseIdSchema, contactSchema } from './case.ts';
import { statedReasonSchema } from './personal.ts';
import { caseOutcomeSchema } from './work.ts';

/** One entry of the respondent list, without who it is. */
export const caseRowSchema = z.strictObject({
  id: caseIdSchema,
  branch: z.string(),
  /** Null where it belongs to no wave. */
  wave: z.int().nullable(),
  /** Whom it is given to; null: any tablet of the branch. */
  tabletId: z.string().nullable(),
  tabletName: z.string().nullable(),
  /** Null: nobody went there yet, as far as was delivered. */
  outcome: caseOutcomeSchema.nullable(),
  attempts: z.int(),
  callBackAt: z.string().nullable(),
  /** Nothing is left to do. */
  done: z.boolean(),
  /** Why it was closed in the office; null: it was not. */
  closedReason: z.string().nullable(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

/** Entries a page. */
export const CASE_PAGE = 50;

/** What is looked for; all filters together. `none` for an outcome: nobody went there yet; for a tablet: given to none. */
export const caseQuerySchema = z.strictObject({
  branch: z.string().max(64).optional(),
  wave: z.coerce.number().int().min(1).optional(),
  tablet: z.string().max(64).optional(),
  outcome: z.union([caseOutcomeSchema, z.literal('none')]).optional(),
  /** Part of the id. */
  text: z.string().max(64).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});
export type CaseQuery = z.infer<typeof caseQuerySchema>;

/** GET /api/studies/:id/cases — in order of id. */
export const casePageSchema = z.strictObject({
  /** That fit the filters; `all` in her branches. */
  total: z.int(),
  all: z.int(),
  page: z.int(),
  cases: z.array(caseRowSchema),
  waves: z.array(z.strictObject({ number: z.int(), name: z.string() })),
  /** Tablets that she may give cases to. */
  tablets: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
export type CasePage = z.infer<typeof casePageSchema>;

/** GET /api/studies/:id/contacts — of the cases that the same query shows. Every look is recorded in the audit log. */
export const caseContactsSchema = z.array(contactSchema.extend({ id: caseIdSchema }));
export type CaseContacts = z.infer<typeof caseContactsSchema>;

/** POST /api/studies/:id/cases — the text of a CSV file: all of it is taken, or nothing. */
export const caseImportSchema = z.strictObject({
  csv: z.string().min(1, 'the file is empty').max(6_000_000),
  /** For the messages. */
  fileName: z.string().max(200).optional(),
  /** Absent: the cases keep the wave they have, and new ones have none. */
  wave: z.int().min(1).max(999).optional(),
});
export const caseImportResultSchema = z.strictObject({
  added: z.int(),
  updated: z.int(),
  /** Columns of a downloaded list that say what came of each entry, and were not read. */
  leftAside: z.array(z.string()),
});
export type CaseImportResult = z.infer<typeof caseImportResultSchema>;

/** POST /api/studies/:id/cases/assign — gives cases to a tablet, all or none; null: to any of the branch. */
export const caseAssignSchema = z.strictObject({
  ids: z.array(caseIdSchema).min(1, 'choose at least one').max(5000),
  tabletId: z.string().max(64).nullable(),
});

/**
 * POST /api/studies/:id/cases/remove — takes wrong entries off the list, all or none: one that nothing was delivered
 * of is removed; one that records belong to is closed with the reason, and tablets are not given it any more.
 */
export const caseRemoveSchema = z.strictObject({
  ids: z.array(caseIdSchema).min(1, 'choose at least one').max(5000),
  reason: statedReasonSchema,
});
export const caseRemoveResultSchema = z.strictObject({ removed: z.int(), closed: z.int() });
export type CaseRemoveResult = z.infer<typeof caseRemoveResultSchema>;

/** POST /api/studies/:id/cases/reopen — opens closed entries again, all or none. */
export const caseReopenSchema = caseRemoveSchema.pick({ ids: true });
