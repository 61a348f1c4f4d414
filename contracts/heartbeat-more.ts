import { z } from 'zod';

/**
 * A header of GET /api/device/study beside HEARTBEAT_HEADER: what newer tablets say of themselves, as JSON. In
 * a header of its own, so that a server of before it goes on reading the other.
 */
export const HEARTBEAT_MORE_HEADER = 'waymark-heartbeat-more';

/** Why deliveries did not end in a receipt lately: code, how often, when last. Nothing of any interview. */
const syncProblemCountSchema = z.strictObject({
  code: z.string().regex(/^[a-zA-Z]{1,24}$/),
  count: z.int().min(1),
  /** Device clock, ISO 8601. */
  lastAt: z.iso.datetime({ offset: true }),
});
export type SyncProblemCount = z.infer<typeof syncProblemCountSchema>;

/** All optional: an older app, or a browser that does not say. */
export const heartbeatMoreShape = {
  /** Unfinished interviews that were thrown away on it, ever. */
  discarded: z.int().min(0).optional(),
  /** Whether the browser promised to keep what is stored. */
  storagePersisted: z.boolean().optional(),
  battery: z.strictObject({ level01: z.number().min(0).max(1), charging: z.boolean() }).optional(),
  /** Of the last 200 lines of the tablet's sync log, since its last receipt; most frequent first. */
  syncProblems: z.array(syncProblemCountSchema).max(10).optional(),
  /** When the server last confirmed something. Device clock, ISO 8601. */
  lastReceiptAt: z.iso.datetime({ offset: true }).optional(),
} as const;

/** What is not known yet is left out, so that a newer tablet is understood as far as it can be. */
export const heartbeatMoreSchema = z.object(heartbeatMoreShape);
export type HeartbeatMore = z.infer<typeof heartbeatMoreSchema>;
