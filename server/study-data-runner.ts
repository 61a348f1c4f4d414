import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { WaymarkError, type ErrorCode } from '../contracts/errors.ts';
import type { Store } from './storage/port.ts';
import { buildStudyData } from './use-cases/build-study-data.ts';
import type { StudyData, StudyDataJob } from './use-cases/study-data.ts';

/** Above this many respondents, computing here would keep tablets waiting. */
const LARGEST_INLINE = 3000;

/** The worker as the build makes it, beside this file; it does not exist beside the source. */
const WORKER = new URL('./study-data-worker.js', import.meta.url);

/** What the worker is given: the job, and where the database is. */
export interface WorkerInput {
  readonly dataDir: string;
  readonly job: StudyDataJob;
}

/**
 * Runs study-data jobs: small ones here, larger ones in a worker thread with a database connection of its
 * own. Workers exist in the built server only; from source (in tests) every job runs here.
 */
export function createStudyDataRunner(
  store: Store,
  dataDir: string,
): (job: StudyDataJob, count: number) => Promise<StudyData> {
  return (job, count) =>
    count > LARGEST_INLINE && existsSync(WORKER) ? runInWorker({ dataDir, job }) : buildStudyData(store, job);
}

/** What the worker answers. An error a person can mend keeps its code on the way. */
export type WorkerOutput =
  | { readonly data: StudyData }
  | { readonly error: { readonly code: ErrorCode; readonly message: string; readonly hint?: string } };

function runInWorker(input: WorkerInput): Promise<StudyData> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: input });
    worker.once('message', (output: WorkerOutput) => {
      if ('data' in output) resolve(output.data);
      else reject(new WaymarkError(output.error.code, output.error.message, output.error.hint));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`The study-data worker stopped with code ${code}.`));
    });
  });
}
