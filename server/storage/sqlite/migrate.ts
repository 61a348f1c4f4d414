import { CompiledQuery, type Kysely } from 'kysely';
import { APPLICATION_ID } from './check-identity.ts';
import { checkHistory, hashOfStep, type AppliedStep } from './check-history.ts';
import type { Migration } from './migrations/migration.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the schema up to date, each step in a transaction of its own, and marks the file as Waymark's.
 * A history that is not a prefix of the shipped steps is refused before anything is written.
 *
 * @throws WaymarkError DATABASE_NEWER, DATABASE_FOREIGN
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations: readonly Migration[],
  where: string,
): Promise<void> {
  const raw = async (text: string): Promise<void> => {
    await db.executeQuery(CompiledQuery.raw(text));
  };
  const applied = await readHistory(db);
  checkHistory(applied, migrations, where);
  await raw(
    `create table if not exists waymark_migrations
      (position integer not null primary key, name text not null, applied_at text not null)`,
  );
  if (!(await hasHashes(db))) await raw('alter table waymark_migrations add column hash text');
  for (const { position, hash } of applied)
    if (hash === null)
      await db
        .updateTable('waymark_migrations')
        .set({ hash: hashOfStep(migrations[position] as Migration) })
        .where('position', '=', position)
        .execute();
  for (const [index, migration] of migrations.slice(applied.length).entries()) {
    await db.transaction().execute(async (trx) => {
      for (const statement of migration.statements) await trx.executeQuery(CompiledQuery.raw(statement));
      await trx
        .insertInto('waymark_migrations')
        .values({
          position: applied.length + index,
          name: migration.name,
          applied_at: new Date().toISOString(),
          hash: hashOfStep(migration),
        })
        .execute();
    });
  }
  await raw(`pragma application_id = ${APPLICATION_ID}`);
}

/** The steps applied so far, in order; none in an empty database. */
export async function readHistory(db: Kysely<Tables>): Promise<AppliedStep[]> {
  const columns = await columnsOfHistory(db);
  if (columns.length === 0) return [];
  const hash = columns.includes('hash') ? 'hash' : 'null';
  const { rows } = await db.executeQuery(
    CompiledQuery.raw(`select position, name, ${hash} as hash from waymark_migrations order by position`),
  );
  return rows as AppliedStep[];
}

async function columnsOfHistory(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await db.executeQuery(
    CompiledQuery.raw(`select name from pragma_table_info('waymark_migrations')`),
  );
  return (rows as { name: string }[]).map(({ name }) => name);
}

const hasHashes = async (db: Kysely<Tables>): Promise<boolean> =>
  (await columnsOfHistory(db)).includes('hash');
