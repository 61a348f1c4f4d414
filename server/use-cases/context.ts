import type { Clock } from './clock.ts';
import type { StudyDataCache } from './study-data-cache.ts';
import type { RobustnessRuns } from './robustness-runs.ts';
import type { Store } from '../storage/port.ts';
import type { StudyTask, StudyTaskOutput } from './run-study-task.ts';

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
  /** Runs long work beside the server where it can, and gives what comes out of it as it comes. */
  runTask(task: StudyTask): AsyncIterable<StudyTaskOutput>;
  /** Checks of how firm segments are, while they run. */
  readonly robustness: RobustnessRuns;
}
