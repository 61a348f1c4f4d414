import { z } from 'zod';

/** What stands in the way of taking interviews; `ok` where nothing does. */
const checkSchema = z.enum(['ok', 'failed']);

/** GET /api/ready — 200 where every check is `ok`, else 503. For a load balancer, a supervisor or a person. */
export const readinessSchema = z.strictObject({
  status: z.enum(['ready', 'notReady']),
  checks: z.strictObject({
    /** A small row could be written and taken back. */
    database: checkSchema,
    /** The schema is the one that this Waymark ships. */
    migrations: checkSchema,
    /** There is more room than WAYMARK_MIN_FREE_MB. */
    disk: checkSchema,
    /** The server is not about to stop. */
    running: checkSchema,
  }),
});
export type Readiness = z.infer<typeof readinessSchema>;
