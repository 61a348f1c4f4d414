import { z } from 'zod';
import { answerValueSchema } from './answer.ts';
import { ARCHETYPES } from './archetype.ts';
import { localizedSchema } from './language.ts';
import { qualityFindingSchema } from './quality.ts';

/**
 * What people decide about records. Decisions are only ever added; the last one of a record holds.
 *
 * - `approved`, `returned` (to the tablet that sent it, with a comment): the record counts on.
 * - `rejected`: kept, and out of every figure. `reopened`: as if nothing had been decided.
 * - `released`: a record that was set aside counts from now on; `set-aside`: one that gave up its place to it.
 */
export const DECISIONS = ['approved', 'returned', 'rejected', 'reopened', 'released', 'set-aside'] as const;
export type Decision = (typeof DECISIONS)[number];

/** `replaced`: another interview took its place (`revision.of`). All but `rejected` and `replaced` count. */
const REVIEW_STATES = ['unreviewed', 'approved', 'returned', 'rejected', 'replaced'] as const;
export const reviewStateSchema = z.enum(REVIEW_STATES);
export type ReviewState = z.infer<typeof reviewStateSchema>;

/** `doubtful`: not reviewed, with at least one finding. */
export const REVIEW_FILTERS = ['doubtful', ...REVIEW_STATES, 'all'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

/** Interviews a page. */
export const REVIEW_PAGE = 50;

/** GET /api/studies/:id/reviews */
export const reviewQuerySchema = z.strictObject({
  show: z.enum(REVIEW_FILTERS).default('unreviewed'),
  branch: z.string().max(64).optional(),
  /** First interview of the page, counted from 0. */
  from: z.coerce.number().int().min(0).max(100_000_000).default(0),
});
export type ReviewQuery = z.infer<typeof reviewQuerySchema>;

const findingSchema = qualityFindingSchema.omit({ id: true });
const decidedSchema = z.strictObject({
  decision: z.enum(DECISIONS),
  comment: z.string().nullable(),
  /** Name of who decided. */
  by: z.string(),
  /** Server clock, ISO 8601. */
  at: z.string(),
});
export type Decided = z.infer<typeof decidedSchema>;

const overviewSchema = z.strictObject({
  id: z.string(),
  /** Of the content that is stored now; a decision names it. */
  hash: z.string(),
  branch: z.string(),
  enumerator: z.string().nullable(),
  /** Device clock. */
  finishedAt: z.string().nullable(),
  receivedAt: z.string(),
  state: reviewStateSchema,
  lastDecision: decidedSchema.nullable(),
  /** Empty where nothing is doubtful, and for what does not count: it is not checked. */
  findings: z.array(findingSchema),
});

/** Doubtful ones first, then the newest. No answers. */
export const reviewListSchema = z.strictObject({
  studyId: z.string(),
  synthetic: z.boolean(),
  interviews: z.array(overviewSchema),
  /** How many there are behind each filter, in the branch that was asked for. */
  counts: z.record(z.enum(REVIEW_FILTERS), z.int()),
  /** Records set aside that wait for a decision, in the reader's branches. */
  heldWaiting: z.int(),
  /** `from` of the next page; null on the last. */
  next: z.int().nullable(),
});
export type ReviewList = z.infer<typeof reviewListSchema>;

const shownAnswerSchema = z.strictObject({
  item: z.string(),
  label: localizedSchema,
  /** Null: no answer; `state` says why. */
  value: answerValueSchema.nullable(),
  /** Labels of the codes in `value`, in their order; empty for numbers and texts. */
  labels: z.array(localizedSchema),
  state: z.enum(['answered', 'missing', 'unanswered', 'skipped']),
});

/** One interview as it was held. Personal data: reading it is recorded. */
export const readableInterviewSchema = z.strictObject({
  language: z.string(),
  enumerator: z.string(),
  instrument: z.strictObject({ name: z.string(), version: z.string() }),
  startedAt: z.string(),
  finishedAt: z.string(),
  activeMs: z.number(),
  appVersion: z.string(),
  /** What the tablet showed. */
  archetype: z.enum(ARCHETYPES).nullable(),
  revisionOf: z.string().nullable(),
  revisionReason: z.string().nullable(),
  answers: z.array(shownAnswerSchema),
});
export type ReadableInterview = z.infer<typeof readableInterviewSchema>;

/** GET /api/studies/:id/reviews/:submission */
export const reviewSchema = overviewSchema.extend({
  studyId: z.string(),
  tablet: z.strictObject({ id: z.string(), name: z.string(), isRevoked: z.boolean() }).nullable(),
  /** Oldest first. */
  history: z.array(decidedSchema),
  interview: readableInterviewSchema,
  /** Hashes of the photos of it that have come. */
  photos: z.array(z.string()).optional(),
});
export type Review = z.infer<typeof reviewSchema>;

const refSchema = z.strictObject({ id: z.string().max(200), hash: z.string().regex(/^[0-9a-f]{64}$/) });
const commentSchema = z.string().trim().min(1, 'say why').max(1000);

/** POST /api/studies/:id/reviews — all of them or none. */
export const reviewDecisionSchema = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.enum(['approved', 'reopened']),
    interviews: z.array(refSchema).min(1).max(200),
    comment: commentSchema.optional(),
  }),
  z.strictObject({
    decision: z.enum(['returned', 'rejected']),
    interviews: z.array(refSchema).min(1).max(200),
    comment: commentSchema,
  }),
]);
export type ReviewDecision = z.infer<typeof reviewDecisionSchema>;
/** How many decisions are new; what was decided so already is not written again. */
export const reviewDecidedSchema = z.strictObject({ decided: z.int(), unchanged: z.int() });

const heldSchema = z.strictObject({
  id: z.string(),
  hash: z.string(),
  kind: z.string(),
  /** Empty where it could not be read. */
  branch: z.string(),
  status: z.enum(['conflict', 'quarantined']),
  reason: z.string().nullable(),
  receivedAt: z.string(),
  tabletName: z.string().nullable(),
  lastDecision: decidedSchema.nullable(),
  /** All that it said was erased on request: it waits for nothing. */
  isErased: z.boolean(),
});
const heldRowSchema = heldSchema.extend({
  /** Another record of the same id is of a branch that is not the reader's: she can neither open nor decide. */
  needsOtherBranch: z.boolean(),
});
export type HeldRow = z.infer<typeof heldRowSchema>;

/** GET /api/studies/:id/held — records set aside, those that wait for a decision first. No answers. */
export const heldListSchema = z.strictObject({
  studyId: z.string(),
  synthetic: z.boolean(),
  held: z.array(heldRowSchema),
});

/** GET /api/studies/:id/held/:submission — all that lies under one id, side by side. Personal data: reading it is recorded. */
export const heldVersionsSchema = z.strictObject({
  studyId: z.string(),
  id: z.string(),
  versions: z.array(
    heldSchema.extend({
      status: z.enum(['stored', 'conflict', 'quarantined']),
      /** It was rejected, and not reopened since: it is put back on the list before it can be released. */
      isRejected: z.boolean(),
      /** Why it cannot be released; null where it can. */
      obstacle: z.string().nullable(),
      /** Null where it is no interview, or cannot be read. */
      interview: readableInterviewSchema.nullable(),
    }),
  ),
});
export type HeldVersions = z.infer<typeof heldVersionsSchema>;

/** POST /api/studies/:id/held */
export const heldDecisionSchema = refSchema.extend({
  decision: z.enum(['released', 'rejected', 'reopened']),
  comment: commentSchema.optional(),
});
export type HeldDecision = z.infer<typeof heldDecisionSchema>;
