import type { Enrolment } from './device-schema.ts';
import type { DeviceDatabase } from './open-database.ts';

/** The link of this tablet to its study; null before the first enrolment. */
export const readEnrolment = async (database: DeviceDatabase): Promise<Enrolment | null> =>
  (await database.get('enrolment', 'current')) ?? null;
