import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { WaymarkError, type ErrorCode } from '../../contracts/errors.ts';
import { runKernel, type KernelRunner } from '../../scoring/parallel/kernel-runner.ts';
import type { KernelInput, KernelName, KernelOutput } from '../../scoring/parallel/kernels.ts';

/** The worker as the build makes it, beside this file; it does not exist beside the source. */
const WORKER = new URL('./kernel-worker.js', import.meta.url);

/** What a worker is given, and what it answers. */
export interface KernelTask {
  readonly name: KernelName;
  readonly input: unknown;
}
export type KernelAnswer =
  | { readonly output: unknown }
  | { readonly error: { readonly code: ErrorCode; readonly message: string; readonly hint?: string } };

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
  return threads > 1 && existsSync(worker) ? startThreads(threads, worker, signal) : runHere(signal);
}

function startThreads(threads: number, worker: URL, signal: AbortSignal | undefined): WorkerPool {
  const pool = new Tinypool({
    filename: worker.href,
    name: 'work',
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
  });
  const cancel = (): void => void pool.destroy();
  signal?.addEventListener('abort', cancel, { once: true });
  const runOne = async <N extends KernelName>(name: N, input: KernelInput<N>): Promise<KernelOutput<N>> => {
    signal?.throwIfAborted();
    const task: KernelTask = { name, input };
    const answer = await (pool.run(task) as Promise<KernelAnswer>).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });
    if ('output' in answer) return answer.output as KernelOutput<N>;
    throw new WaymarkError(answer.error.code, answer.error.message, answer.error.hint);
  };
  return {
    threads,
    run: (name, inputs) => Promise.all(inputs.map((input) => runOne(name, input))),
    close: async () => {
      signal?.removeEventListener('abort', cancel);
      await pool.destroy();
    },
  };
}

function runHere(signal: AbortSignal | undefined): WorkerPool {
  return {
    threads: 1,
    run: async (name, inputs) => {
      const outputs = [];
      for (const input of inputs) {
        await breathe();
        signal?.throwIfAborted();
        outputs.push(runKernel(name, input));
      }
      return outputs;
    },
    close: () => Promise.resolve(),
  };
}

/** Lets signals and timers in between two pieces of work. */
const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
