import type { DeviceDatabase } from './open-database.ts';
import type { Spares } from './spares.ts';

/** What syncing needs of the world, so that a test can hand it another one. */
export interface SyncWorld {
  readonly database: DeviceDatabase;
  readonly fetch: typeof fetch;
  readonly nowMs: () => number;
  /** Uniform on [0, 1). */
  readonly random01: () => number;
  /** True if everything of this instrument is on the tablet, whole. Absent: taken for granted. */
  readonly isInstrumentHere?: (name: string, version: string) => Promise<boolean>;
  /** Second copies of what waits. Absent: none are kept. */
  readonly spares?: Spares;
  /** Does the work only if nobody has the tablet unlocked, and lets nobody in meanwhile. Absent: does it. */
  readonly whileUnused?: (work: () => Promise<void>) => Promise<void>;
}
