import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { WaymarkError, type ErrorCode } from '../contracts/errors.ts';
import type { Store } from './storage/port.ts';
import type { QualityJob, StudyQuality } from './use-cases/examine-study-quality.ts';
import type { StudyData, StudyDataJob } from './use-cases/study-data.ts';
import { runStudyTask, type StudyTask, type StudyTaskOutput } from './use-cases/run-study-task.ts';

/** Above this many respondents, computing here would keep tablets waiting. */
const LARGEST_INLINE = 3000;

/** The worker as the build makes it, beside this file; it does not exist beside the source. */
const WORKER = new URL('./study-data-worker.js', import.meta.url);

/** What the worker is given: the task, and where the database is. */
export interface WorkerInput {
  readonly dataDir: string;
  readonly task: StudyTask;
}

/**
 * What the worker says: an output, that there are no more, or an error, which keeps its code on the way
 * where a person can mend it. After each output it waits until it is asked for more.
 */
export type WorkerMessage =
  | { readonly output: StudyTaskOutput }
  | { readonly done: true }
  | { readonly error: { readonly code: ErrorCode; readonly message: string; readonly hint?: string } };

export interface StudyTaskRunner {
  /** Scores a study: a small one here, a larger one in a worker. */
  readonly build: (job: StudyDataJob, count: number) => Promise<StudyData>;
  /** Looks for doubtful interviews: in a small study here, in a larger one in a worker. */
  readonly examine: (job: QualityJob, count: number) => Promise<StudyQuality>;
  /** Runs long work in a worker. */
  readonly run: (task: StudyTask) => AsyncIterable<StudyTaskOutput>;
}

/**
 * Runs work over the records of a study in a worker thread with a database connection of its own. Workers
 * exist in the built server only; from source (in tests) everything runs here, with pauses.
 */
export function createStudyTaskRunner(store: Store, dataDir: string): StudyTaskRunner {
  const run = (task: StudyTask) =>
    existsSync(WORKER) ? runInWorker({ dataDir, task }) : runStudyTask(store, task);
  return {
    run,
    async build(job, count) {
      const task = { kind: 'data', job } as const;
      const outputs = count > LARGEST_INLINE ? run(task) : runStudyTask(store, task);
      for await (const output of outputs) if ('data' in output) return output.data;
      throw new Error('The task ended without data.');
    },
    async examine(job, count) {
      const task = { kind: 'quality', job } as const;
      const outputs = count > LARGEST_INLINE ? run(task) : runStudyTask(store, task);
      for await (const output of outputs) if ('quality' in output) return output.quality;
      throw new Error('The task ended without a result.');
    },
  };
}

/** Ends the worker when nobody listens any more. */
async function* runInWorker(input: WorkerInput): AsyncGenerator<StudyTaskOutput, void, void> {
  const worker = new Worker(WORKER, { workerData: input });
  const ended = new Promise<never>((_resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`The study-data worker stopped with code ${code}.`));
    });
  });
  ended.catch(() => undefined);
  try {
    for (;;) {
      const said = new Promise<WorkerMessage>((resolve) => worker.once('message', resolve));
      const message = await Promise.race([said, ended]);
      if ('done' in message) return;
      if ('error' in message)
        throw new WaymarkError(message.error.code, message.error.message, message.error.hint);
      yield message.output;
      worker.postMessage('more');
    }
  } finally {
    await worker.terminate();
  }
}
