import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Does all of `work` or nothing: in a transaction of its own, or within the one that `db` is already. */
export const inTransaction = <T>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> => (db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work));
