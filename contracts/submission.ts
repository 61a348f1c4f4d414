import { z } from 'zod';
import { ARCHETYPES } from './archetype.ts';
import { answersSchema } from './answer.ts';
import { attachmentsSchema } from './attachment.ts';
import { caseIdSchema } from './case.ts';
import { interviewNotesSchema } from './interview-notes.ts';
import { languageSchema } from './language.ts';
import { locationSchema } from './location.ts';
import { paradataSchema } from './paradata.ts';
import { revisionSchema } from './revision.ts';

/** A finalised interview as the tablet writes it. Immutable; a correction is a new interview. */
export const interviewSchema = z.strictObject({
  id: z.uuid(),
  studyId: z.string().max(64),
  instrument: z.strictObject({
    name: z.string().max(64),
    version: z.string().max(16),
    /** SHA-256 (hex) of the published survey file. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  branch: z.string().max(64),
  language: languageSchema,
  enumerator: z.string().max(120),
  answers: answersSchema,
  /** Device clock, ISO 8601 with offset. Kept as evidence; never used to order or deduplicate. */
  startedAt: z.iso.datetime({ offset: true }),
  finishedAt: z.iso.datetime({ offset: true }),
  /** Time with the interview open, from a monotonic clock. */
  activeMs: z.number().int().min(0),
  appVersion: z.string().max(40),
  /** What the result card showed; null where the rules could not place her. The server recomputes it. */
  result: z.strictObject({
    archetype: z.enum(ARCHETYPES).nullable(),
    modelVersion: z.string().max(40),
  }),
  /** Entry of the respondent list; absent for someone found on the spot, and from older tablets. */
  caseId: caseIdSchema.optional(),
  /** Where it takes the place of an earlier interview. */
  revision: revisionSchema.optional(),
  notes: interviewNotesSchema.optional(),
  location: locationSchema.optional(),
  /** Photos, which travel before it and apart from it. */
  attachments: attachmentsSchema.optional(),
  paradata: paradataSchema.optional(),
});
export type Interview = z.infer<typeof interviewSchema>;

/** What travels: the exact bytes the tablet hashed, and their hash. */
export const deliverySchema = z.strictObject({
  /** SHA-256 (hex) of `payload` in UTF-8. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** An `Interview` sealed to the institution, its plain JSON text, or a `DraftBundle`: see sealing.ts. */
  payload: z.string().max(1_400_000),
});
export type Delivery = z.infer<typeof deliverySchema>;

/**
 * Proof that the server holds the record. Only this, with the same id and hash, lets a tablet
 * drop its copy. A repeat gives the very same receipt.
 *
 * - `stored`: it is the interview of that id.
 * - `conflict`: another content with that id was there before; both are kept for a supervisor.
 * - `quarantined`: kept apart, because it could not be read or its tablet is revoked.
 */
export const receiptSchema = z.strictObject({
  receiptId: z.string().min(1),
  id: z.uuid(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  status: z.enum(['stored', 'conflict', 'quarantined']),
  receivedAt: z.iso.datetime({ offset: true }),
  /** Hashes of the photos of that interview that the server holds, as of this answer. */
  attachments: z.array(z.string()),
});
export type Receipt = z.infer<typeof receiptSchema>;
