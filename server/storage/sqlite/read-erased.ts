import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What was erased of a record: what identifies her, or all she said. */
export type ErasedAs = 'identifying' | 'everything';

/** Which of these records were erased, and how; they may never have been here (a restored backup). */
export async function readErased(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ErasedAs>> {
  const any = await db.selectFrom('erased_records').select('id').limit(1).executeTakeFirst();
  if (any === undefined) return new Map();
  const rows = await db.selectFrom('erased_records').select(['id', 'mode']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, mode }) => [id, mode === 'identifying' ? 'identifying' : 'everything']));
}
