import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { WaymarkError } from '../contracts/errors.ts';
import { openStore } from './open-store.ts';
import type { WorkerInput, WorkerMessage } from './study-data-runner.ts';
import { runStudyTask } from './use-cases/run-study-task.ts';

const say = (message: WorkerMessage): void => {
  parentPort?.postMessage(message);
};

/** Entry of the worker thread: one task, its outputs one at a time, then it ends. */
await run(workerData as WorkerInput);
parentPort?.close();

async function run({ dataDir, task }: WorkerInput): Promise<void> {
  const { store } = await openStore(dataDir);
  try {
    for await (const output of runStudyTask(store, task)) {
      const asked = parentPort && once(parentPort, 'message');
      say({ output });
      await asked;
    }
    say({ done: true });
  } catch (error) {
    if (!(error instanceof WaymarkError)) throw error;
    const { code, message, hint } = error;
    say({ error: { code, message, ...(hint === undefined ? {} : { hint }) } });
  } finally {
    await store.close();
  }
}
