import type { Kysely, Transaction } from 'kysely';
import type { SetupRecord } from '../port.ts';
import type { Tables } from './tables.ts';

/** Rows a statement carries. */
const ROWS_AT_ONCE = 500;

/** How a study is laid out. A study that is not there has an empty layout. */
export async function readSetup(db: Kysely<Tables>, studyId: string): Promise<SetupRecord> {
  const [study, waves, branches, quotas, versions] = await Promise.all([
    db.selectFrom('studies').select(['starts_on', 'ends_on']).where('id', '=', studyId).executeTakeFirst(),
    db.selectFrom('waves').selectAll().where('study_id', '=', studyId).orderBy('number').execute(),
    db.selectFrom('branches').select(['code', 'clients']).where('study_id', '=', studyId).execute(),
    db.selectFrom('quotas').selectAll().where('study_id', '=', studyId).orderBy('position').execute(),
    db.selectFrom('study_instruments').selectAll().where('study_id', '=', studyId).orderBy('since').execute(),
  ]);
  return {
    startsOn: study?.starts_on ?? null,
    endsOn: study?.ends_on ?? null,
    waves: waves.map(({ number, name, starts_on, ends_on }) => ({
      ...{ number, name, startsOn: starts_on, endsOn: ends_on },
    })),
    clients: new Map(branches.map(({ code, clients }) => [code, clients])),
    quotas: quotas.map(({ branch, variable, code, interviews }) => ({ branch, variable, code, interviews })),
    versions: versions.map(({ version, since }) => ({ version, since })),
  };
}

/** Within a transaction: changes what is given. */
export async function changeSetup(
  trx: Transaction<Tables>,
  studyId: string,
  { startsOn, endsOn, waves, clients, quotas }: Partial<Omit<SetupRecord, 'versions'>>,
): Promise<void> {
  const dates = {
    ...(startsOn === undefined ? {} : { starts_on: startsOn }),
    ...(endsOn === undefined ? {} : { ends_on: endsOn }),
  };
  if (Object.keys(dates).length > 0)
    await trx.updateTable('studies').set(dates).where('id', '=', studyId).execute();
  if (waves !== undefined) {
    await trx.deleteFrom('waves').where('study_id', '=', studyId).execute();
    const rows = waves.map(({ number, name, ...wave }) => ({
      ...{ study_id: studyId, number, name, starts_on: wave.startsOn, ends_on: wave.endsOn },
    }));
    if (rows.length > 0) await trx.insertInto('waves').values(rows).execute();
  }
  for (const [code, count] of clients ?? [])
    await trx
      .updateTable('branches')
      .set({ clients: count })
      .where('study_id', '=', studyId)
      .where('code', '=', code)
      .execute();
  if (quotas !== undefined) {
    await trx.deleteFrom('quotas').where('study_id', '=', studyId).execute();
    const rows = quotas.map((quota, position) => ({ study_id: studyId, position, ...quota }));
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
      await trx
        .insertInto('quotas')
        .values(rows.slice(start, start + ROWS_AT_ONCE))
        .execute();
  }
}

/** Within a transaction: moves a study to another version, and keeps which it had before. */
export async function moveToVersion(
  trx: Transaction<Tables>,
  studyId: string,
  version: string,
  since: string,
): Promise<void> {
  const study = await trx
    .selectFrom('studies')
    .select(['instrument_version', 'created_at'])
    .where('id', '=', studyId)
    .executeTakeFirst();
  if (study === undefined) return;
  const first = { study_id: studyId, version: study.instrument_version, since: study.created_at };
  await trx
    .insertInto('study_instruments')
    .values([first, { study_id: studyId, version, since }])
    .onConflict((conflict) => conflict.columns(['study_id', 'version']).doNothing())
    .execute();
  await trx.updateTable('studies').set({ instrument_version: version }).where('id', '=', studyId).execute();
}
