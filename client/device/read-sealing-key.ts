import type { SealingKey } from '../../contracts/sealing.ts';
import type { DeviceDatabase } from './open-database.ts';

/** The public key that finished interviews are sealed to; null until the server has told it. */
export const readSealingKey = async (database: DeviceDatabase): Promise<SealingKey | null> =>
  (await database.get('sealing', 'current')) ?? null;
