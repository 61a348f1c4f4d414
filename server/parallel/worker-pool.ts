import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { runKernel, type KernelRunner } from '../../scoring/parallel/kernel-runner.ts';
import type { KernelInput, KernelName, KernelOutput } from '../../scoring/parallel/kernels.ts';
import { createThreads } from './threads.ts';

/** The worker as the build makes it, beside this file; it does not exist beside the source. */
const WORKER = new URL('./kernel-worker.js', import.meta.url);

export interface WorkerPool extends KernelRunner {
  /** Ends all threads. What still runs is rejected. */
  close(): Promise<void>;
}

export interface WorkerPoolOptions {
  /** Aborting ends the threads; what runs, and what is asked for later, is rejected with its reason. */
  readonly signal?: AbortSignal;
  /** The bundled worker; default: the one beside the built server. */
  readonly worker?: URL;
}

/**
 * Threads that run the kernels of `scoring/parallel/kernels.ts`. They start at once and are used
 * again until `close()`. With one thread, or from source (in tests), where there is no bundled
 * worker, the kernels run here: the results are the same.
 *
 * @param threads 1 and up; default: as many as the machine runs at once
 */
export function createWorkerPool(
  threads: number = availableParallelism(),
  options: WorkerPoolOptions = {},
): WorkerPool {
  const { signal, worker = WORKER } = options;
  return threads > 1 && existsSync(worker) ? inThreads(threads, worker, signal) : inThisThread(signal);
}

function inThreads(count: number, worker: URL, signal: AbortSignal | undefined): WorkerPool {
  const threads = createThreads(count, worker);
  const cancel = (): void => void threads.end(reasonOf(signal));
  if (signal?.aborted === true) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  const runOne = async <N extends KernelName>(name: N, input: KernelInput<N>): Promise<KernelOutput<N>> =>
    (await threads.run({ name, input })) as KernelOutput<N>;
  return {
    threads: count,
    run: (name, inputs) => Promise.all(inputs.map((input) => runOne(name, input))),
    close: async () => {
      signal?.removeEventListener('abort', cancel);
      await threads.end(new Error('The worker pool is closed.'));
    },
  };
}

function inThisThread(signal: AbortSignal | undefined): WorkerPool {
  return {
    threads: 1,
    run: async (name, inputs) => {
      const outputs = [];
      for (const input of inputs) {
        await breathe();
        if (signal?.aborted === true) throw reasonOf(signal);
        outputs.push(runKernel(name, input));
      }
      return outputs;
    },
    close: () => Promise.resolve(),
  };
}

/** The reason given for aborting; where it is no error, it is told in one. */
function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error(`Cancelled: ${String(reason)}.`);
}

/** Lets signals and timers in between two pieces of work. */
const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
