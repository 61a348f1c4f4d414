import { openDatabase, type DeviceDatabase } from '../../device/open-database.ts';
import { countOutbox } from '../../device/outbox.ts';
import { readEnrolment } from '../../device/read-enrolment.ts';
import { readEnumerators } from '../../device/vault/read-enumerators.ts';
import { createFirstLook, type FirstLook } from './first-look.ts';

/** The tablet's storage, and what the first screen shows of it; `refused` where the browser gives none. */
export type OpenedDevice =
  | { readonly step: 'refused' }
  | { readonly step: 'open'; readonly database: DeviceDatabase; readonly first: FirstLook };

/** Opens the tablet's storage and reads what the first screen needs. Never rejects. */
export async function openDevice(): Promise<OpenedDevice> {
  try {
    const database = await openDatabase();
    const queries = [readEnrolment, readEnumerators, countOutbox];
    const answers = await Promise.all(
      queries.map(async (query): Promise<[unknown, unknown]> => [query, await query(database)]),
    );
    return { step: 'open', database, first: createFirstLook(answers) };
  } catch {
    return { step: 'refused' };
  }
}
