import { sealingKeySchema } from '../../contracts/sealing.ts';
import type { SyncWorld } from './sync-world.ts';

/** Asks the server for the institution's current key and keeps it. Offline, what we know is still good. */
export async function refreshSealingKey(
  world: Pick<SyncWorld, 'database' | 'fetch'>,
  token: string,
): Promise<void> {
  try {
    const response = await world.fetch('/api/device/sealing-key', {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(15_000),
    });
    const key = sealingKeySchema.safeParse(await response.json());
    if (response.ok && key.success) await world.database.put('sealing', key.data, 'current');
  } catch {
    // No network, or an answer that is not the server's.
  }
}
