import { z } from 'zod';
import { heartbeatMoreShape } from './heartbeat-more.ts';
import { qualityFindingSchema, qualityReportSchema } from './quality.ts';
import { branchScopeSchema } from './roles.ts';

/** A header of GET /api/device/study: how a tablet is, as JSON. A server that does not know it ignores it. */
export const HEARTBEAT_HEADER = 'waymark-heartbeat';

export const heartbeatSchema = z.strictObject({
  drafts: z.int().min(0),
  queued: z.int().min(0),
  /** Device clock, ISO 8601; null where nothing waits. */
  oldestUnsentAt: z.iso.datetime({ offset: true }).nullable(),
  /** Bytes; null where the browser does not say. */
  storageUsed: z.number().min(0).nullable(),
  storageQuota: z.number().min(0).nullable(),
  appVersion: z.string().max(40),
  ...heartbeatMoreShape,
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

export const targetSchema = z
  .strictObject({
    branch: z.string().max(64),
    interviews: z.int().min(0).max(10_000_000),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, 'the end lies before the start');
export type Target = z.infer<typeof targetSchema>;

/** POST /api/studies/:id/targets — sets the targets of these branches; others keep theirs. */
export const targetsRequestSchema = z.strictObject({
  targets: z.array(targetSchema).min(1, 'give the target of at least one branch').max(2000),
});

const placeAlertsSchema = z.strictObject({ outsideArea: z.int(), samePlace: z.int() });
export type PlaceAlerts = z.infer<typeof placeAlertsSchema>;

/** GET /api/studies/:id/board — where the work stands, over the branches the reader may see. */
export const boardSchema = z.strictObject({
  studyId: z.string(),
  synthetic: z.boolean(),
  /** Server clock, ISO 8601. */
  asOf: z.string(),
  branches: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      target: z.strictObject({ interviews: z.int(), startsOn: z.string(), endsOn: z.string() }).nullable(),
      /** Interviews that count, held with people who agreed. */
      completed: z.int(),
      /** By today, in a straight line from the start to the end of the fieldwork; null without a target. */
      expected: z.int().nullable(),
      declined: z.int(),
      /** Records set aside that wait for a decision of hers: not those decided, erased, or needing another branch too. */
      conflict: z.int(),
      quarantined: z.int(),
      /** Interviews with at least one finding. */
      doubtful: z.int(),
      /** Of these, not reviewed yet. */
      doubtfulUnreviewed: z.int(),
      /** Interviews not reviewed yet, outside of the branch's area, and several at one place. */
      places: placeAlertsSchema,
      /** Interviews by what was decided; rejected ones are in none of the figures above. */
      unreviewed: z.int(),
      approved: z.int(),
      returned: z.int(),
      rejected: z.int(),
    }),
  ),
  /** Of those that wait: could not be read, so that their branch is not known; 0 unless she sees every branch. */
  heldWithoutBranch: z.int(),
  tablets: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      branches: branchScopeSchema,
      lastSeenAt: z.string().nullable(),
      /** Not heard of for longer than `quietAfterHours`. */
      isQuiet: z.boolean(),
      /** Null: an older app, or not heard of yet. */
      heartbeat: heartbeatSchema.nullable(),
      /** Among the interviews it sent from the reader's branches. */
      places: placeAlertsSchema,
    }),
  ),
  quietAfterHours: z.number(),
  /** Interviews of the reader's branches with a recorded place: without one nothing can be said of places. */
  withPlace: z.int(),
});
export type Board = z.infer<typeof boardSchema>;

/** GET /api/studies/:id/quality — doubtful interviews of the reader's branches, most doubts first. */
export const studyQualityReportSchema = qualityReportSchema.omit({ findings: true }).extend({
  studyId: z.string(),
  synthetic: z.boolean(),
  doubtful: z.array(
    z.strictObject({
      id: z.string(),
      branch: z.string(),
      enumerator: z.string().nullable(),
      /** Device clock. */
      finishedAt: z.string().nullable(),
      receivedAt: z.string(),
      findings: z.array(qualityFindingSchema.omit({ id: true })),
    }),
  ),
});
export type StudyQualityReport = z.infer<typeof studyQualityReportSchema>;
