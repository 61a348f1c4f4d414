import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { ErasureTarget } from '../../../contracts/personal.ts';
import type { ErasureScope } from '../personal-port.ts';
import { countAttachments } from './count-attachments.ts';
import type { Tables } from './tables.ts';
import { COUNTED } from './what-counts.ts';

const COLUMNS = [
  'sequence',
  'id',
  'study_id',
  'kind',
  'status',
  'branch',
  'case_id',
  'revision_of',
  'received_at',
  'hash',
  'content_hash',
] as const;

/** The interview that a visit or a back-check is about. */
const ABOUT = sql<string>`case when json_valid(payload) then json_extract(payload, '$.interviewId') end`;

/** Interviews that visits and back-checks among these records are about. */
async function namedBy(
  db: Kysely<Tables>,
  rows: readonly { readonly sequence: number; readonly kind: string }[],
): Promise<string[]> {
  const about = rows.flatMap(({ sequence, kind }) => (COUNTED.some((one) => one === kind) ? [] : [sequence]));
  const named = await db
    .selectFrom('submissions')
    .where('sequence', 'in', about)
    .where(ABOUT, 'is not', null)
    .select(ABOUT.as('id'))
    .distinct()
    .execute();
  return named.map(({ id }) => id);
}

/** What lies under an id. Where studies share it: first the one where it counts, last one that is emptied already. */
const ofRecord = (db: Kysely<Tables>, id: string) =>
  db
    .selectFrom('submissions')
    .select(COLUMNS)
    .where('id', '=', id)
    .orderBy(sql`payload = ''`)
    .orderBy(sql`status <> 'stored'`)
    .orderBy('sequence')
    .execute();

/** All that hangs together with a record or an entry of the list: what `ErasureStore.scope` gives. */
export async function findErasureScope(
  db: Kysely<Tables>,
  target: ErasureTarget,
): Promise<ErasureScope | null> {
  const select = (): SelectQueryBuilder<Tables, 'submissions', object> => db.selectFrom('submissions');
  let rows =
    'recordId' in target
      ? await ofRecord(db, target.recordId)
      : await select()
          .select(COLUMNS)
          .where('study_id', '=', target.studyId)
          .where('case_id', '=', target.caseId)
          .execute();
  const studyId = 'studyId' in target ? target.studyId : rows[0]?.study_id;
  if (studyId === undefined) return null;
  const cases = new Set('caseId' in target ? [target.caseId] : []);
  let named: readonly string[] = [];
  for (;;) {
    for (const { case_id } of rows) if (case_id !== null) cases.add(case_id);
    const ids = [...new Set(rows.map(({ id }) => id))];
    const before = rows.flatMap(({ revision_of }) => revision_of ?? []);
    named = await namedBy(db, rows);
    const found = await select()
      .select(COLUMNS)
      .where('study_id', '=', studyId)
      .where((where) =>
        where.or([
          where('id', 'in', [...ids, ...before, ...named]),
          where('revision_of', 'in', ids),
          where('case_id', 'in', [...cases]),
          where.and([where('kind', 'not in', COUNTED), where(ABOUT, 'in', ids)]),
        ]),
      )
      .orderBy('sequence')
      .execute();
    const isWhole = found.length === rows.length;
    rows = found;
    if (isWhole) break;
  }
  const contacts = await db
    .selectFrom('case_contacts')
    .where('study_id', '=', studyId)
    .where('id', 'in', [...cases])
    .select('id')
    .execute();
  if (rows.length === 0 && contacts.length === 0) return null;
  const here = new Set(rows.map(({ id }) => id));
  return {
    studyId,
    expected: named.filter((id) => !here.has(id)),
    cases: [...cases].sort(),
    contacts: contacts.length,
    attachments: await countAttachments(
      db,
      rows.map(({ id }) => id),
    ),
    records: rows.map(({ id, kind, status, branch, received_at, hash, content_hash }) => ({
      ...{ id, kind, status, branch },
      receivedAt: received_at,
      digest: content_hash ?? hash,
    })),
  };
}
