import { sql } from 'kysely';

/** Of `submissions`: 1 where all that the record said was erased, and it waits for nothing any more. */
export const isEmptied = sql<number>`(submissions.payload = '' and exists (select 1 from erased_records
  where erased_records.id = submissions.id and erased_records.mode = 'everything'))`;
