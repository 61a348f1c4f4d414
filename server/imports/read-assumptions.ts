import { z } from 'zod';
import { WaymarkError } from '../../contracts/errors.ts';
import type { AdoptionAssumptions } from '../../scoring/sizing/adoption.ts';
import { readJson } from './read-json.ts';

const range = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() });
const assumptionsSchema = z
  .strictObject({
    distribution: z.enum(['beta', 'triangular']).default('beta'),
    source: z.string().optional(),
    overall: range.optional(),
    segments: z.record(z.string(), range).optional(),
  })
  .refine(({ overall, segments }) => overall !== undefined || segments !== undefined, {
    message: 'expected "overall" or "segments"',
  });

/** Reads the user's adoption assumptions (JSON). Throws FILE_UNREADABLE or INVALID_REQUEST with the place. */
export async function readAssumptions(path: string): Promise<AdoptionAssumptions> {
  const parsed = assumptionsSchema.safeParse(await readJson(path, 'INVALID_REQUEST'));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `, at ${issue.path.join('.')}`;
  throw new WaymarkError(
    'INVALID_REQUEST',
    `${path}${where}: ${issue?.message ?? 'not understood'}.`,
    'Expected { "distribution": "beta", "segments": { "Emerger": { "mean": 0.3, "low": 0.2, "high": 0.45 } } }, or "overall" for all segments.',
  );
}
