import { existsSync } from 'node:fs';
import type { Delivery } from '../contracts/submission.ts';
import { askThread } from './parallel/ask-thread.ts';
import type { TabletRecord } from './storage/port.ts';
import {
  acceptSubmission,
  type Accepted,
  type AcceptContext,
  type TakeDelivery,
} from './use-cases/accept-submission.ts';

/** The worker as the build makes it, beside this file; it does not exist beside the source. */
const WORKER = new URL('./intake-worker.js', import.meta.url);

/** Records die young; with room for them, few are carried along. */
const YOUNG_MB = 64;

/** What the workers are given: where the database is. */
export interface IntakeInput {
  readonly dataDir: string;
}

/** What the intake worker is asked to take. */
export interface IntakeQuestion {
  readonly id: string;
  readonly delivery: Delivery;
  readonly tablet: TabletRecord;
}

export interface Intake {
  readonly take: TakeDelivery;
  /** Ends the workers. Wait for what is being taken first. */
  close(): Promise<void>;
}

/**
 * Where records from tablets are opened, judged and written. In the built server one worker thread opens and judges
 * and another writes, each with a database connection of its own, so that answering requests never waits for
 * the disk; from source (in tests) it is all done in this thread. A worker that dies fails what it had, which
 * tablets send again, and the next delivery starts another.
 */
export function createIntake(accept: AcceptContext, dataDir: string, file: URL = WORKER): Intake {
  if (!existsSync(file))
    return {
      take: (id, delivery, tablet) => acceptSubmission(accept, id, delivery, tablet),
      close: () => Promise.resolve(),
    };
  const data: IntakeInput = { dataDir };
  const worker = askThread<IntakeQuestion, Accepted>(file, { data, youngMb: YOUNG_MB });
  return {
    take: (id, delivery, tablet) => worker.ask({ id, delivery, tablet }),
    close: () => worker.close(),
  };
}
