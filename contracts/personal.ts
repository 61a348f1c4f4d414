import { z } from 'zod';
import { caseIdSchema } from './case.ts';

/** How long what identifies respondents is kept. */
export const retentionSchema = z.strictObject({
  days: z.int().min(1, 'give at least one day').max(36_500),
  /** The day each record was received, or the last day of the study's fieldwork. */
  countedFrom: z.enum(['receipt', 'fieldwork']),
});
export type Retention = z.infer<typeof retentionSchema>;

/** POST /api/personal/retention — for a study, or (null) for every study without a setting of its own. */
export const retentionChangeSchema = z.strictObject({
  studyId: z.string().max(64).nullable(),
  /** Null: kept until someone erases it; for a study: as for all others. */
  retention: retentionSchema.nullable(),
});

/** What is kept of a study's respondents, and what will be removed of it when. */
const studyPersonalSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  synthetic: z.boolean(),
  /** The study's own setting; null where it has none. */
  own: retentionSchema.nullable(),
  /** What holds for it: its own, or the institution's; null: nothing is removed. */
  holds: retentionSchema.nullable(),
  /** Records with personal data. */
  records: z.int(),
  /** Contacts in its respondent list. */
  contacts: z.int(),
  /** Photos. */
  attachments: z.int(),
  /** How many of all these are past their time now. */
  due: z.int(),
  /** Day on which the next of them will be removed; null where none will. */
  nextOn: z.iso.date().nullable(),
  /** Fieldwork has no last day yet, and the time is counted from it. */
  awaitsFieldworkEnd: z.boolean(),
});

/** A target is one record, or an entry of a respondent list; all that hangs together with it is found. */
export const erasureTargetSchema = z.union([
  z.strictObject({ recordId: z.string().min(1).max(200) }),
  z.strictObject({ studyId: z.string().max(64), caseId: caseIdSchema }),
]);
export type ErasureTarget = z.infer<typeof erasureTargetSchema>;

/**
 * - `identifying`: what says who she is goes; her answers stay and count.
 * - `everything`: her answers go too. What is left says that there was a respondent, so that totals stay.
 */
export const ERASURE_MODES = ['identifying', 'everything'] as const;
export const erasureModeSchema = z.enum(ERASURE_MODES);
export type ErasureMode = z.infer<typeof erasureModeSchema>;

/** A reason or purpose, in the words of whoever gives it. It goes into the audit log: no names in it. */
export const statedReasonSchema = z.string().trim().min(5, 'say it in a few words').max(300);

/** POST /api/personal/erase */
export const erasureRequestSchema = z.strictObject({
  target: erasureTargetSchema,
  mode: erasureModeSchema,
  reason: statedReasonSchema,
  /** How many records she was shown; another number means that something came meanwhile. */
  records: z.int().min(0),
});

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A record that was erased. The digest is of its whole text as it came, and says nothing of what it said. */
const erasedRecordSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  branch: z.string(),
  receivedAt: z.string(),
  digest: sha256Schema,
  /** She had not agreed, or was not to be asked; where her answers went, this is left of them, for the counts. */
  declined: z.literal(true).optional(),
});

const erasureCountsSchema = z.strictObject({
  /** Interviews and imported respondents that are stored. */
  stored: z.int(),
  /** Of whom nothing but the count is left. */
  erased: z.int(),
  /** Kept beside the stored ones. */
  held: z.int(),
  /** Records with personal data. */
  withPersonalData: z.int(),
});

/**
 * The statement that someone was erased. Each carries the hash of the one before, and the audit log the hash of
 * each, so that none can be changed or left out unnoticed.
 */
export const erasureStatementSchema = z.strictObject({
  waymark: z.literal('erasure'),
  version: z.literal(1),
  id: z.uuid(),
  at: z.string(),
  by: z.strictObject({ kind: z.string(), name: z.string().nullable(), role: z.string().nullable() }),
  reason: z.string(),
  mode: erasureModeSchema,
  studyId: z.string(),
  /** Entries of the respondent list whose contacts went. */
  cases: z.array(z.string()),
  records: z.array(erasedRecordSchema),
  /** Interviews that a visit of hers names and that had not come; absent in older statements. */
  expected: z.array(z.string()).optional(),
  removed: z.strictObject({
    /** Records whose personal data went. */
    personalData: z.int(),
    contacts: z.int(),
    /** Records whose answers went. */
    answers: z.int(),
    attachments: z.int(),
  }),
  counts: z.strictObject({ before: erasureCountsSchema, after: erasureCountsSchema }),
  previous: sha256Schema,
  /** SHA-256 over the hash of the statement before and this one. */
  hash: sha256Schema,
});
export type ErasureStatement = z.infer<typeof erasureStatementSchema>;
export type ErasureCounts = z.infer<typeof erasureCountsSchema>;

/** GET /api/personal */
export const personalOverviewSchema = z.strictObject({
  /** For every study without a setting of its own. */
  institution: retentionSchema.nullable(),
  studies: z.array(studyPersonalSchema),
  /** Newest first. */
  erasures: z.array(erasureStatementSchema),
});
export type PersonalOverview = z.infer<typeof personalOverviewSchema>;
export type StudyPersonal = z.infer<typeof studyPersonalSchema>;

/** POST /api/personal/search — part of a name or number, or a whole id. Not a GET: what is typed is personal. */
export const personalSearchSchema = z.strictObject({
  text: z.string().trim().min(3, 'at least three characters').max(200),
});

const personalMatchSchema = z.strictObject({
  target: erasureTargetSchema,
  studyId: z.string(),
  studyTitle: z.string(),
  branch: z.string(),
  /** interview, respondent, visit, backcheck; `case` for an entry of the list that nothing was delivered of. */
  kind: z.string(),
  receivedAt: z.string().nullable(),
  caseId: z.string().nullable(),
  /** What names her, to tell her from others. */
  contact: z.array(z.string()),
});
export const personalMatchesSchema = z.strictObject({
  matches: z.array(personalMatchSchema),
  /** There are more than are shown. */
  isCut: z.boolean(),
});
export type PersonalMatches = z.infer<typeof personalMatchesSchema>;
export type PersonalMatch = z.infer<typeof personalMatchSchema>;

/** POST /api/personal/plan — all that would be erased, before it is. */
export const erasurePlanSchema = z.strictObject({
  target: erasureTargetSchema,
  studyId: z.string(),
  cases: z.array(z.string()),
  contacts: z.int(),
  attachments: z.int(),
  records: z.array(erasedRecordSchema),
  /** Interviews that one of the visits names and that have not come: unfinished, or on their way. */
  expected: z.array(z.string()),
});
export type ErasurePlan = z.infer<typeof erasurePlanSchema>;

/** POST /api/studies/:id/personal.csv */
export const personalExportSchema = z.strictObject({ purpose: statedReasonSchema });
