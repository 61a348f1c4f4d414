import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { WaymarkError, type ErrorCode } from '../contracts/errors.ts';
import type { Delivery } from '../contracts/submission.ts';
import type { TabletRecord } from './storage/port.ts';
import {
  acceptSubmission,
  type Accepted,
  type AcceptContext,
  type TakeDelivery,
} from './use-cases/accept-submission.ts';

/** The worker as the build makes it, beside this file; it does not exist beside the source. */
const WORKER = new URL('./intake-worker.js', import.meta.url);

/** Deliveries in one message. Few enough that the worker opens the first while the next are still being read. */
const LARGEST_MESSAGE = 8;

/** Records die young; with room for them, few are carried along. */
const YOUNG_MB = 64;

/** What the worker is given: where the database is. */
export interface IntakeInput {
  readonly dataDir: string;
}

/** A delivery on its way to the worker; its answer carries the same number. */
export interface IntakeRequest {
  readonly number: number;
  readonly id: string;
  readonly delivery: Delivery;
  readonly tablet: TabletRecord;
}

export type IntakeAnswer = { readonly number: number } & (
  | { readonly accepted: Accepted }
  | { readonly error: { readonly code: ErrorCode; readonly message: string; readonly hint?: string } }
  /** What nobody expected: for the log. */
  | { readonly fault: unknown }
);

export interface Intake {
  readonly take: TakeDelivery;
  /** Ends the worker. Wait for what is being taken first. */
  close(): Promise<void>;
}

/**
 * Where records from tablets are opened, judged and written. In the built server that is a worker thread with a
 * database connection of its own, so that answering requests never waits for the disk; from source (in tests) it
 * is this thread. A worker that dies fails what it had, which tablets send again, and the next delivery starts another.
 */
export const createIntake = (accept: AcceptContext, dataDir: string, file: URL = WORKER): Intake =>
  existsSync(file)
    ? inWorker({ dataDir }, file)
    : {
        take: (id, delivery, tablet) => acceptSubmission(accept, id, delivery, tablet),
        close: () => Promise.resolve(),
      };

interface Waiting {
  readonly resolve: (accepted: Accepted) => void;
  readonly reject: (error: unknown) => void;
}

function inWorker(input: IntakeInput, file: URL): Intake {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let requests: IntakeRequest[] = [];
  let last = 0;

  const lose = (error: unknown): void => {
    worker = null;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost) reject(error);
  };

  const start = (): Worker => {
    const started = new Worker(file, {
      workerData: input,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    started.on('message', (answers: readonly IntakeAnswer[]) => {
      for (const answer of answers) {
        const asked = waiting.get(answer.number);
        waiting.delete(answer.number);
        if (asked) settle(asked, answer);
      }
      if (waiting.size === 0) started.unref();
    });
    started.once('error', lose);
    started.once('exit', (code) => {
      if (worker === started) lose(new Error(`The intake worker stopped with code ${code}.`));
    });
    return started;
  };

  const send = (): void => {
    if (requests.length === 0) return;
    const batch = requests;
    requests = [];
    worker ??= start();
    worker.ref();
    worker.postMessage(batch);
  };

  return {
    take: (id, delivery, tablet) =>
      new Promise((resolve, reject) => {
        const number = (last += 1);
        waiting.set(number, { resolve, reject });
        const count = requests.push({ number, id, delivery, tablet });
        if (count === LARGEST_MESSAGE) send();
        else if (count === 1) setImmediate(send);
      }),
    async close() {
      const ending = worker;
      worker = null;
      ending?.postMessage('close');
      if (ending) await new Promise((resolve) => ending.once('exit', resolve).ref());
    },
  };
}

function settle({ resolve, reject }: Waiting, answer: IntakeAnswer): void {
  if ('accepted' in answer) resolve(answer.accepted);
  else if ('fault' in answer) reject(answer.fault);
  else reject(new WaymarkError(answer.error.code, answer.error.message, answer.error.hint));
}
