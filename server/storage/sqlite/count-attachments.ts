import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Photos that are there still. A trigger takes their content when the record is noted as erased. */
export async function countAttachments(db: Kysely<Tables>, ids: readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom('attachments')
    .where('submission_id', 'in', ids)
    .where('content', 'is not', null)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
