import type { Readiness } from '../../contracts/operations.ts';
import type { HealthStore } from '../storage/port.ts';

export interface ReadinessSources {
  readonly health: HealthStore;
  /** Free bytes for this user on the disk of the data folder. */
  readonly freeBytes: () => Promise<number>;
  readonly minFreeBytes: number;
  readonly isStopping: () => boolean;
}

/** Whether the server can take interviews now. A check that throws has failed; this never throws. */
export async function checkReadiness(sources: ReadinessSources): Promise<Readiness> {
  const { health, freeBytes, minFreeBytes, isStopping } = sources;
  const [database, migrations, disk] = await Promise.all([
    verdict(async () => {
      await health.tryWrite();
      return true;
    }),
    verdict(() => health.isCurrent()),
    verdict(async () => (await freeBytes()) >= minFreeBytes),
  ]);
  const checks = { database, migrations, disk, running: isStopping() ? 'failed' : 'ok' } as const;
  const isReady = Object.values(checks).every((check) => check === 'ok');
  return { status: isReady ? 'ready' : 'notReady', checks };
}

const verdict = (check: () => Promise<boolean>): Promise<'ok' | 'failed'> =>
  check().then(
    (isOk) => (isOk ? 'ok' : 'failed'),
    () => 'failed',
  );
