import type { EnumeratorRecord } from '../device-schema.ts';
import type { DeviceDatabase } from '../open-database.ts';

/** The people who share this tablet, in the order in which they came. */
export async function readEnumerators(database: DeviceDatabase): Promise<readonly EnumeratorRecord[]> {
  const all = await database.getAll('enumerators');
  return all.sort((a, b) => a.number - b.number);
}
