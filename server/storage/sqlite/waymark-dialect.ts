import type Database from 'better-sqlite3';
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { translateError } from './translate-error.ts';

/**
 * Kysely's SQLite dialect, with three differences: errors a person can mend become `WaymarkError`;
 * transactions take the write lock when they begin, so that one that reads first cannot fail half-way
 * because another process wrote in between; and statements are compiled once, not each time.
 */
export class WaymarkDialect extends SqliteDialect {
  readonly #database: Database.Database;
  readonly #where: string;

  constructor(database: Database.Database, where: string) {
    super({ database });
    this.#database = database;
    this.#where = where;
  }

  override createDriver(): Driver {
    return new WaymarkDriver(this.#database, this.#where);
  }
}

class WaymarkDriver extends SqliteDriver {
  readonly #database: Database.Database;
  readonly #where: string;

  constructor(database: Database.Database, where: string) {
    super({ database: withPreparedStatements(database) });
    this.#database = database;
    this.#where = where;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: async <R>(query: CompiledQuery) => {
        try {
          return await connection.executeQuery<R>(query);
        } catch (error) {
          throw translateError(error, this.#where);
        }
      },
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite rolls back by itself on some errors (a full disk); rolling back again would hide the cause. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

/** Statements kept compiled. Ours are a few dozen; the oldest goes when there are more. */
const MOST_STATEMENTS = 200;

function withPreparedStatements(database: Database.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (text) => {
      const known = prepared.get(text);
      if (known) return known;
      const oldest = prepared.keys().next().value;
      if (prepared.size >= MOST_STATEMENTS && oldest !== undefined) prepared.delete(oldest);
      const statement: SqliteStatement = database.prepare(text);
      prepared.set(text, statement);
      return statement;
    },
  };
}
