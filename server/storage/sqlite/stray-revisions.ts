import type { Kysely } from 'kysely';
import type { RevisionDoubt } from '../../../scoring/quality/quality-record.ts';
import type { Tables } from './tables.ts';
import { STORED, WITHIN_REACH } from './what-counts.ts';

/**
 * Stored revisions up to a moment that take nobody's place, and why: nothing is here under the id that they name, or
 * it counts beside them, as another branch's and another tablet's. One whose original is set aside is not among them.
 */
export async function strayRevisions(
  db: Kysely<Tables>,
  studyId: string,
  upToSequence: number,
): Promise<ReadonlyMap<string, RevisionDoubt>> {
  const rows = await db
    .selectFrom('submissions as revision')
    .where('revision.study_id', '=', studyId)
    .where('revision.status', '=', STORED)
    .where('revision.revision_of', 'is not', null)
    .where('revision.sequence', '<=', upToSequence)
    .leftJoin('submissions as earlier', (join) =>
      join
        .onRef('earlier.study_id', '=', 'revision.study_id')
        .onRef('earlier.id', '=', 'revision.revision_of')
        .on('earlier.sequence', '<=', upToSequence),
    )
    .select(['revision.id', 'earlier.status', WITHIN_REACH.as('isWithinReach')])
    .execute();
  const settled = new Set(rows.flatMap(({ id, isWithinReach }) => (isWithinReach ? [id] : [])));
  const doubts = new Map<string, RevisionDoubt>();
  for (const { id, status } of rows) {
    if (settled.has(id)) continue;
    if (status === 'stored' || status === 'erased') doubts.set(id, 'elsewhere');
    else if (!doubts.has(id)) doubts.set(id, 'unknown');
  }
  return doubts;
}
