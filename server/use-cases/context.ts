import type { Clock } from './clock.ts';
import type { StudyDataCache } from './study-data-cache.ts';
import type { Store } from '../storage/port.ts';

/** Makes people who can sign in. The auth library stands behind it. */
export interface PersonDirectory {
  /** Adds a person with a password, which is stored hashed. Returns her user id. */
  addPerson(person: { name: string; email: string; password: string }): Promise<string>;
  /** Sets a new password and ends her sessions. Null where no one has that address. */
  setPassword(email: string, password: string): Promise<string | null>;
}

/** What every use-case works with; made once, in the composition root. */
export interface Context {
  readonly store: Store;
  readonly people: PersonDirectory;
  readonly clock: Clock;
  /** Scored data per study, computed again when submissions have arrived. */
  readonly data: StudyDataCache;
}
