import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from './open-store.ts';
import type { WorkerInput } from './study-data-runner.ts';
import { buildStudyData } from './use-cases/build-study-data.ts';

/** Entry of the worker thread: one job, one answer, then it ends. */
const { dataDir, job } = workerData as WorkerInput;
const { store } = await openStore(dataDir);
try {
  parentPort?.postMessage(await buildStudyData(store, job));
} finally {
  await store.close();
}
