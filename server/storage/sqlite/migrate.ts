import { CompiledQuery, type Kysely } from 'kysely';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { Migration } from './migrations.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the schema up to date, each step in a transaction of its own.
 *
 * The steps already applied must be a prefix of the shipped ones. If they are not, a newer (or another)
 * Waymark wrote this database, and working on it could damage it.
 *
 * @throws WaymarkError DATABASE_NEWER
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations: readonly Migration[],
  where: string,
): Promise<void> {
  await db.executeQuery(
    CompiledQuery.raw(
      `create table if not exists waymark_migrations
        (position integer not null primary key, name text not null, applied_at text not null)`,
    ),
  );
  const applied = await db.selectFrom('waymark_migrations').select('name').orderBy('position').execute();
  for (const [position, { name }] of applied.entries()) {
    const shipped = migrations[position]?.name;
    if (shipped === name) continue;
    throw new WaymarkError(
      'DATABASE_NEWER',
      `The database ${where} has schema step "${name}" at position ${position + 1}, ` +
        `where this Waymark has ${shipped ? `"${shipped}"` : `none (it knows ${migrations.length} steps)`}.`,
      'Start the newer Waymark that wrote it, or point --data at another folder. Nothing was changed.',
    );
  }
  for (const [index, migration] of migrations.slice(applied.length).entries()) {
    await db.transaction().execute(async (trx) => {
      for (const statement of migration.statements) await trx.executeQuery(CompiledQuery.raw(statement));
      await trx
        .insertInto('waymark_migrations')
        .values({
          position: applied.length + index,
          name: migration.name,
          applied_at: new Date().toISOString(),
        })
        .execute();
    });
  }
}
