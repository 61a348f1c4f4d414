import { z } from 'zod';

/** What is recorded beside the permissions of the routes, which are actions of the log by their own names. */
export const AUDIT_ACTIONS = [
  'sign-in',
  'sign-in.password',
  'sign-in.failed',
  'sign-in.code-failed',
  'sign-out',
  'sign-out.everywhere',
  'second-factor.on',
  'second-factor.failed',
  'second-factor.set-up',
  'second-factor.reset',
  'person.add',
  'person.invite',
  'person.change',
  'person.deactivate',
  'person.reactivate',
  'password.reset',
  'password.set',
  'password.change',
  'study.add',
  'study.area',
  'photos.read',
  'tablets.enrolled',
  'audit.export',
  'review.open',
  'held.open',
  'held.decide',
  'backcheck.open',
  'personal.search',
  'personal.retain',
  'personal.purge',
  'personal.erased-again',
  'study.import',
  'backup.import',
  'held.read',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * - `done`: the change is stored; the entry was written with it.
 * - `allowed`: permitted and begun; written before the answer was sent.
 * - `refused`: not permitted.
 * - `failed`: permitted or tried, and did not come about; the reason's code is in `detail`.
 */
export const AUDIT_OUTCOMES = ['done', 'allowed', 'refused', 'failed'] as const;

/** `command` is the command line on the server itself; `nobody` is someone not signed in. */
const ACTOR_KINDS = ['person', 'tablet', 'command', 'nobody'] as const;

/** One line of the log. It holds no answer and no name of a respondent. */
export const auditEntrySchema = z.strictObject({
  sequence: z.number().int(),
  at: z.string(),
  actorKind: z.enum(ACTOR_KINDS),
  actorId: z.string().nullable(),
  /** Name of the member of staff, or of the tablet. */
  actorName: z.string().nullable(),
  role: z.string().nullable(),
  action: z.string(),
  target: z.string().nullable(),
  outcome: z.enum(AUDIT_OUTCOMES),
  address: z.string().nullable(),
  detail: z.string().nullable(),
  /** SHA-256 over the line before and this line. */
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Entries a page. */
export const AUDIT_PAGE = 50;

/** GET /api/audit and /api/audit.csv; all filters together. */
export const auditQuerySchema = z.strictObject({
  /** Part of the name, or the whole id, of who did it. */
  who: z.string().max(120).optional(),
  action: z.string().max(64).optional(),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  /** Days in UTC, YYYY-MM-DD, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Part of the target, the detail or the address. */
  text: z.string().max(120).optional(),
  /** Only entries older than this sequence number: the next page. */
  before: z.coerce.number().int().min(1).optional(),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** Newest first. `next` is `before` of the next page, or null on the last. */
export const auditPageSchema = z.strictObject({
  entries: z.array(auditEntrySchema),
  next: z.number().int().nullable(),
  /** Every action that is in the log, for the filter. */
  actions: z.array(z.string()),
});
export type AuditPage = z.infer<typeof auditPageSchema>;
