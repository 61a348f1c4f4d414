import { parentPort, workerData } from 'node:worker_threads';
import { WaymarkError } from '../contracts/errors.ts';
import { openStore } from './open-store.ts';
import type { WorkerInput, WorkerOutput } from './study-data-runner.ts';
import { buildStudyData } from './use-cases/build-study-data.ts';

/** Entry of the worker thread: one job, one answer, then it ends. */
parentPort?.postMessage(await run(workerData as WorkerInput));

async function run({ dataDir, job }: WorkerInput): Promise<WorkerOutput> {
  const { store } = await openStore(dataDir);
  try {
    return { data: await buildStudyData(store, job) };
  } catch (error) {
    if (!(error instanceof WaymarkError)) throw error;
    const { code, message, hint } = error;
    return { error: { code, message, ...(hint === undefined ? {} : { hint }) } };
  } finally {
    await store.close();
  }
}
