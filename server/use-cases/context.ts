import type { ConsentCache } from './cases/consent-cache.ts';
import type { Clock } from './clock.ts';
import type { QualityCache } from './quality-cache.ts';
import type { StudyDataCache } from './study-data-cache.ts';
import type { RobustnessRuns } from './robustness-runs.ts';
import type { PersonalRules } from './personal/personal-rules.ts';
import type { Store, StudyRecord } from '../storage/port.ts';
import type { StudyTask, StudyTaskOutput } from './run-study-task.ts';

/** Passwords, as the auth library keeps them. */
export interface Passwords {
  /** A password as it is stored. */
  hashPassword(password: string): Promise<string>;
  isPasswordOf(userId: string, password: string): Promise<boolean>;
}

/** What every use-case works with; made once, in the composition root. */
export interface Context {
  readonly store: Store;
  readonly people: Passwords;
  readonly clock: Clock;
  /** Scored data per study, computed again when submissions have arrived. */
  readonly data: StudyDataCache;
  /** Doubtful interviews per study, looked for again when submissions have arrived. */
  readonly quality: QualityCache;
  /** What is personal in the records of a study. */
  readonly rulesOf: (study: StudyRecord) => Promise<PersonalRules>;
  /** Writes the list of erasures beside the database, for restores. */
  readonly keepErasureList: () => Promise<void>;
  /** Runs long work beside the server where it can, and gives what comes out of it as it comes. */
  runTask(task: StudyTask): AsyncIterable<StudyTaskOutput>;
  /** Which interviews were held with someone who agreed. */
  readonly consents: ConsentCache;
  /** Checks of how firm segments are, while they run. */
  readonly robustness: RobustnessRuns;
}
