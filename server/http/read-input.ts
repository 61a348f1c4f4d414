import type { z } from 'zod';
import { WaymarkError } from '../../contracts/errors.ts';

/** Checks what a client sent against a schema. Throws INVALID_REQUEST naming the first field that is wrong. */
export function readInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'the request';
  throw new WaymarkError('INVALID_REQUEST', `Not valid at ${where}: ${issue?.message ?? 'unknown reason'}.`);
}
