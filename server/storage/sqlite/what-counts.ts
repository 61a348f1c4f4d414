import { sql, type Kysely, type SqlBool } from 'kysely';
import type { DataMoment, SubmissionKind } from '../port.ts';
import type { Tables } from './tables.ts';

/** Written into the SQL, not bound, so that the indexes on stored records are found. */
export const STORED = sql.lit('stored');
const ERASED = sql.lit('erased');
export const COUNTED: readonly SubmissionKind[] = ['interview', 'respondent'];
/** An `earlier` interview is of the branch of the `revision` that names it, or of the tablet that sent it. */
export const WITHIN_REACH = sql<SqlBool>`(earlier.branch = revision.branch or earlier.tablet_id = revision.tablet_id)`;
/** Decisions that may change what counts. */
const TELLING = ['rejected', 'reopened', 'released', 'set-aside'] as const;

/**
 * The one place that says which records count in analysis, quality, exports, targets and quotas: stored, of a
 * counted kind, and not left out (`leftOut`).
 */
export const whatCounts = (db: Kysely<Tables>, studyId: string) =>
  couldCount(db, studyId).where('submissions.sequence', 'not in', leftOut(db, studyId));

/** Stored records of counted kinds; `leftOut` says which of them do not count all the same. */
export const couldCount = (db: Kysely<Tables>, studyId: string) => storedOf(db, studyId, COUNTED);

/** Stored records of these kinds, whether they count or not. */
export const storedOf = (db: Kysely<Tables>, studyId: string, kinds: readonly SubmissionKind[]) =>
  db
    .selectFrom('submissions')
    .where('submissions.study_id', '=', studyId)
    .where('submissions.status', '=', STORED)
    .where(
      'submissions.kind',
      'in',
      kinds.map((kind) => sql.lit(kind)),
    );

/** Sequence numbers of stored records that do not count, few as they are: replaced, or rejected by review. */
export const leftOut = (
  db: Kysely<Tables>,
  studyId: string,
  { upToSequence, upToDecision = Number.MAX_SAFE_INTEGER }: DataMoment = {
    upToSequence: Number.MAX_SAFE_INTEGER,
  },
) => replaced(db, studyId, upToSequence, upToDecision).unionAll(rejected(db, studyId, upToDecision));

/** Sequence numbers of records whose last decision up to then is that they were rejected. */
const rejected = (db: Kysely<Tables>, studyId: string, upToDecision: number) =>
  db
    .selectFrom('review_decisions as rejection')
    .where('rejection.study_id', '=', studyId)
    .where('rejection.decision', '=', 'rejected')
    .where('rejection.sequence', '<=', upToDecision)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('review_decisions as later')
            .whereRef('later.submission', '=', 'rejection.submission')
            .whereRef('later.sequence', '>', 'rejection.sequence')
            .where('later.sequence', '<=', upToDecision)
            .select('later.sequence'),
        ),
      ),
    )
    .select('rejection.submission as sequence');

/** Records of counted kinds that counted when all that was said in them was erased: their number stays. */
export const erasedButCounted = (db: Kysely<Tables>, studyId: string) =>
  db
    .selectFrom('submissions')
    .where('submissions.study_id', '=', studyId)
    .where('submissions.status', '=', ERASED)
    .where('submissions.kind', 'in', COUNTED)
    .where('submissions.sequence', 'not in', leftOut(db, studyId))
    .innerJoin('erased_records', 'erased_records.id', 'submissions.id');

/** Sequence number of the newest decision that may have changed what counts; 0 where there is none. */
export async function lastTellingDecision(db: Kysely<Tables>, studyId: string): Promise<number> {
  const row = await db
    .selectFrom('review_decisions')
    .where('study_id', '=', studyId)
    .where('decision', 'in', TELLING)
    .select((select) => select.fn.max<number | null>('sequence').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/**
 * Sequence numbers of interviews whose place another one took. A stored revision names it, or names the same
 * earlier one and came later. The revision may itself have arrived first. It takes the place only of an interview of
 * its own branch, or of the tablet that sent it: a tablet must not reach beyond its branches. Of two that name each
 * other the later one counts. One that review rejected takes nobody's place. What was erased keeps its place.
 *
 * @param upToSequence as if nothing after it had come yet
 * @param upToDecision as if nothing after it had been decided yet
 */
export const replaced = (
  db: Kysely<Tables>,
  studyId: string,
  upToSequence = Number.MAX_SAFE_INTEGER,
  upToDecision = Number.MAX_SAFE_INTEGER,
) => {
  // In this order: from the few revisions to what each of them names.
  const pairs = db
    .selectFrom('submissions as revision')
    .crossJoin('submissions as earlier')
    .where('revision.study_id', '=', studyId)
    .where('revision.status', 'in', [STORED, ERASED])
    .where('revision.revision_of', 'is not', null)
    .where('revision.sequence', '<=', upToSequence)
    .where('revision.sequence', 'not in', rejected(db, studyId, upToDecision))
    .where('earlier.study_id', '=', studyId)
    .where('earlier.status', 'in', [STORED, ERASED])
    .where(WITHIN_REACH)
    .select('earlier.sequence');
  return pairs
    .whereRef('earlier.id', '=', 'revision.revision_of')
    .where((where) =>
      where.or([
        where('earlier.revision_of', 'is', null),
        where('earlier.revision_of', '!=', where.ref('revision.id')),
        where('earlier.sequence', '<', where.ref('revision.sequence')),
      ]),
    )
    .unionAll(
      pairs
        .where('earlier.revision_of', 'is not', null)
        .whereRef('earlier.revision_of', '=', 'revision.revision_of')
        .whereRef('earlier.sequence', '<', 'revision.sequence'),
    );
};
