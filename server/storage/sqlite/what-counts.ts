import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Written into the SQL, not bound, so that the indexes on stored records are found. */
const STORED = sql.lit('stored');
const COUNTED = [sql.lit('interview'), sql.lit('respondent')];

/**
 * The one place that says which records count in analysis, quality, exports, targets and quotas: stored, of a
 * counted kind, and not left out (`leftOut`).
 */
export const whatCounts = (db: Kysely<Tables>, studyId: string) =>
  couldCount(db, studyId).where('sequence', 'not in', leftOut(db, studyId));

/** Stored records of counted kinds; `leftOut` says which of them do not count all the same. */
export const couldCount = (db: Kysely<Tables>, studyId: string) =>
  db
    .selectFrom('submissions')
    .where('study_id', '=', studyId)
    .where('status', '=', STORED)
    .where('kind', 'in', COUNTED);

/**
 * Sequence numbers of stored records that do not count, few as they are: interviews whose place another one
 * took. A stored revision of the same branch names it, or names the same earlier one and came later. The
 * revision may itself have arrived first.
 *
 * @param upToSequence as if nothing after it had come yet
 */
export const leftOut = (db: Kysely<Tables>, studyId: string, upToSequence = Number.MAX_SAFE_INTEGER) => {
  // In this order: from the few revisions to what each of them names.
  const pairs = db
    .selectFrom('submissions as revision')
    .crossJoin('submissions as earlier')
    .where('revision.study_id', '=', studyId)
    .where('revision.status', '=', STORED)
    .where('revision.revision_of', 'is not', null)
    .where('revision.sequence', '<=', upToSequence)
    .where('earlier.study_id', '=', studyId)
    .where('earlier.status', '=', STORED)
    .whereRef('earlier.branch', '=', 'revision.branch')
    .select('earlier.sequence');
  return pairs
    .whereRef('earlier.id', '=', 'revision.revision_of')
    .unionAll(
      pairs
        .where('earlier.revision_of', 'is not', null)
        .whereRef('earlier.revision_of', '=', 'revision.revision_of')
        .whereRef('earlier.sequence', '<', 'revision.sequence'),
    );
};
