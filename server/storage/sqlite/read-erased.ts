import type { Kysely } from 'kysely';
import type { NewSubmission } from '../port.ts';
import type { Tables } from './tables.ts';

/** What was erased of a record: what identifies her, or all she said. */
export interface Erased {
  readonly mode: 'identifying' | 'everything';
  readonly erasureId: string;
}

type Arrival = Pick<NewSubmission, 'id' | 'studyId' | 'kind' | 'caseId' | 'revisionOf'>;

/**
 * Which of these records were erased, by id. They may never have been here: a backup was restored, or a tablet
 * sends late what it holds of an entry of the list that was erased, or of an interview that was.
 */
export async function readErased(
  db: Kysely<Tables>,
  arrivals: readonly Arrival[],
): Promise<ReadonlyMap<string, Erased>> {
  const any = await db.selectFrom('erasures').select('id').limit(1).executeTakeFirst();
  if (any === undefined) return new Map();
  const names = [
    ...new Set(arrivals.flatMap(({ id, revisionOf }) => [id, ...(revisionOf ? [revisionOf] : [])])),
  ];
  const records = await db
    .selectFrom('erased_records')
    .select(['id', 'mode', 'erasure_id'])
    .where('id', 'in', names)
    .execute();
  const cases = await db
    .selectFrom('erased_cases')
    .innerJoin('erasures', 'erasures.id', 'erased_cases.erasure_id')
    .select(['study_id', 'erased_cases.id', 'mode', 'erasure_id'])
    .where(
      'erased_cases.id',
      'in',
      arrivals.flatMap(({ caseId }) => caseId ?? []),
    )
    .execute();
  const byRecord = new Map(records.map((row) => [row.id, row]));
  const byCase = new Map(cases.map((row) => [`${row.study_id} ${row.id}`, row]));
  return new Map(
    arrivals.flatMap(({ id, studyId, kind, caseId, revisionOf }): [string, Erased][] => {
      const own = byRecord.get(id);
      const found = own ?? byRecord.get(revisionOf ?? '') ?? byCase.get(`${studyId} ${caseId ?? ''}`);
      if (!found) return [];
      // A visit holds no answers: what is not personal of it stays.
      const isAll = found.mode !== 'identifying' && (own !== undefined || kind !== 'visit');
      return [[id, { mode: isAll ? 'everything' : 'identifying', erasureId: found.erasure_id }]];
    }),
  );
}
