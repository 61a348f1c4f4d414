import { z } from 'zod';
import { ARCHETYPES } from './archetype.ts';
import { localizedSchema } from './language.ts';
import { secondFactorSchema } from './people.ts';
import { branchScopeSchema, roleSchema } from './roles.ts';
import { heartbeatSchema } from './supervision.ts';

/**
 * Bodies of the HTTP API. Paths are listed once, in `server/http/routes.ts`; errors are `errorBodySchema`.
 */
const branchSchema = z.strictObject({ code: z.string(), name: z.string() });
const instrumentRefSchema = z.strictObject({ name: z.string(), version: z.string() });

/** GET /api/me — who is signed in. */
export const meSchema = z.strictObject({
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  branches: branchScopeSchema,
  permissions: z.array(z.string()),
  /** One of the demo's made-up people. */
  demo: z.boolean(),
  secondFactor: secondFactorSchema,
});
export type Me = z.infer<typeof meSchema>;

/** What a tablet needs to work for days: POST /api/tablets/enrol and GET /api/device/study. */
export const deviceStudySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  synthetic: z.boolean(),
  instrument: instrumentRefSchema,
  branches: z.array(branchSchema),
});
export type DeviceStudy = z.infer<typeof deviceStudySchema>;

export const enrolRequestSchema = z.strictObject({
  code: z.string().max(20),
  deviceName: z.string().trim().min(1, 'give the tablet a name').max(80),
});
/** `token` is shown once; the server keeps its hash only. */
export const enrolResponseSchema = z.strictObject({
  tabletId: z.string(),
  token: z.string(),
  study: deviceStudySchema,
});
export type EnrolResponse = z.infer<typeof enrolResponseSchema>;

/** GET /api/studies */
export const studySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  synthetic: z.boolean(),
  instrument: instrumentRefSchema,
  branches: z.array(branchSchema),
  /** Records stored, those of people who did not agree to the interview among them. */
  respondents: z.number().int(),
});
export type Study = z.infer<typeof studySchema>;

/** GET /api/studies/:id/variables — what can be tabulated: the segment variables first, then the codebook's. */
export const tableVariableSchema = z.strictObject({
  name: z.string(),
  label: localizedSchema,
  kind: z.enum(['segment', 'design', 'item']),
});
export type TableVariable = z.infer<typeof tableVariableSchema>;

/** GET /api/studies/:id/segmentation — how the current segments came about. */
export const segmentationSummarySchema = z.strictObject({
  id: z.string(),
  studyId: z.string(),
  instrument: instrumentRefSchema,
  modelVersion: z.string(),
  seed: z.number().int(),
  /** SHA-256 over the submissions that went in. */
  dataVersion: z.string(),
  /** SHA-256 over the result; a recomputation gives the same. */
  resultHash: z.string(),
  computedAt: z.string(),
  respondents: z.number().int(),
  shares: z.array(
    z.strictObject({ archetype: z.enum(ARCHETYPES), count: z.number().int(), share01: z.number() }),
  ),
  notClassified: z.number().int(),
  agreement: z.strictObject({
    compared: z.number().int(),
    agree01: z.number().nullable(),
    kappa: z.number().nullable(),
    weightedKappa: z.number().nullable(),
    adjustedRandIndex: z.number().nullable(),
    moved: z.number().int(),
    disagreements: z.number().int(),
  }),
  /** Null when clusters could be named after archetypes; else why not. */
  clusterRefusal: z.string().nullable(),
  /** Respondents of her branches whose tablet showed another archetype than the server finds by the same rules. */
  tabletDifferences: z.number().int(),
});
export type SegmentationSummary = z.infer<typeof segmentationSummarySchema>;

/**
 * How firm the segments are: figures of the whole study, whatever branches the reader may see. Who may
 * not see all of them gets shares rounded to a thousandth and no moves, so that nobody can be counted.
 */
export const robustnessSchema = z.strictObject({
  /** Of the segmentation it belongs to. */
  resultHash: z.string(),
  /** How well each cluster is found again in bootstrap samples. */
  stability: z.strictObject({
    clusters: z.array(
      z.strictObject({
        archetype: z.enum(ARCHETYPES).nullable(),
        /** Mean Jaccard similarity, 0–1; null where it was never met again. */
        jaccard: z.number().nullable(),
        word: z.enum(['unstable', 'doubtful', 'stable', 'high']).nullable(),
      }),
    ),
    draws: z.number().int(),
    /** Why a figure is null, or there are no clusters. */
    reason: z.string().optional(),
  }),
  /** What share changes archetype when one threshold moves and all else stays; by threshold, then step. */
  sensitivity: z.array(
    z.strictObject({
      score: z.string(),
      /** In points, 0–100: as the model has it, by how much it was moved, and where to. */
      threshold: z.number(),
      movedBy: z.number(),
      movedTo: z.number(),
      /** Shares (0–1) of all respondents: weighted, unweighted, and weighted by the rules alone. */
      share: z.number().nullable(),
      unweightedShare: z.number().nullable(),
      rulesShare: z.number().nullable(),
      /** From which archetype to which, weighted; the largest first. */
      moves: z.array(z.strictObject({ from: z.string(), to: z.string(), share: z.number() })),
      /** Why it could not be moved all the way. */
      note: z.string().optional(),
    }),
  ),
});
export type Robustness = z.infer<typeof robustnessSchema>;

/** GET and POST /api/studies/:id/robustness — GET looks, POST also starts it where it is not there yet. */
export const robustnessStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('computing'), progress01: z.number().min(0).max(1) }),
  z.strictObject({ state: z.literal('ready'), robustness: robustnessSchema }),
]);
export type RobustnessState = z.infer<typeof robustnessStateSchema>;

/** POST /api/tablets/codes and GET /api/tablets */
export const enrolCodeRequestSchema = z.strictObject({
  studyId: z.string(),
  branches: z.array(z.string()).min(1, 'choose at least one branch, or null for every branch').nullable(),
});
export const enrolCodeSchema = z.strictObject({ code: z.string(), expiresAt: z.string() });
/** POST /api/tablets/:id/rename */
export const renameTabletRequestSchema = enrolRequestSchema.pick({ deviceName: true });
/** A header of GET /api/device/study: the name that the office gave the tablet, percent-encoded. */
export const TABLET_NAME_HEADER = 'waymark-tablet-name';

export const tabletSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  studyId: z.string(),
  branches: branchScopeSchema,
  enrolledAt: z.string(),
  lastSeenAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  /** Records that count. */
  received: z.number().int(),
  /** Records set aside: in quarantine, or in conflict with one that was there before. */
  held: z.number().int(),
  /** How it was when it was last heard of; null: an older app, or not heard of yet. */
  heartbeat: heartbeatSchema.nullable(),
});
export type Tablet = z.infer<typeof tabletSchema>;

/** GET /api/health */
export const healthSchema = z.strictObject({ status: z.literal('ok'), version: z.string() });
