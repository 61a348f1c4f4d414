import { Worker } from 'node:worker_threads';
import type { KernelName } from '../../scoring/parallel/kernels.ts';
import { fromFailure, type ThreadFailure } from './thread-messages.ts';

/** What a worker is given, and what it answers. */
export interface KernelTask {
  readonly name: KernelName;
  readonly input: unknown;
}
export type KernelAnswer = { readonly output: unknown } | ThreadFailure;

export interface Threads {
  /** Runs one task in the next thread that is free; rejects with the error of its kernel. */
  run(task: KernelTask): Promise<unknown>;
  /** Ends all threads; what runs or waits, and what is asked for later, is rejected with the reason. */
  end(reason: Error): Promise<void>;
}

interface Job {
  readonly task: KernelTask;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | null;
}

/**
 * Threads that take tasks in turn. One that dies rejects the task it had and is replaced when there is
 * more to do. Threads without a task do not keep the process alive.
 */
export function createThreads(count: number, worker: URL): Threads {
  const threads = new Set<Thread>();
  const idle: Thread[] = [];
  const waiting: Job[] = [];
  let ended: Error | null = null;

  const start = (): Thread => {
    const thread: Thread = { worker: new Worker(worker), job: null };
    const takeJob = (): Job | null => {
      const { job } = thread;
      thread.job = null;
      return job;
    };
    const lose = (error: unknown): void => {
      threads.delete(thread);
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
      takeJob()?.reject(error);
      handOut();
    };
    thread.worker
      .on('message', (answer: KernelAnswer) => {
        settle(takeJob(), answer);
        thread.worker.unref();
        idle.push(thread);
        handOut();
      })
      .on('error', lose)
      .on('messageerror', lose)
      .on('exit', (code) => {
        lose(new Error(`A worker thread stopped with code ${code}.`));
      })
      .unref();
    threads.add(thread);
    return thread;
  };

  const handOut = (): void => {
    for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
      const thread = idle.pop() ?? (threads.size < count ? start() : null);
      if (thread === null) return;
      waiting.shift();
      try {
        thread.worker.postMessage(job.task);
        thread.worker.ref();
        thread.job = job;
      } catch (error) {
        // The input cannot be copied to a thread.
        idle.push(thread);
        job.reject(error);
      }
    }
  };

  for (let index = 0; index < count; index += 1) idle.push(start());
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        if (ended !== null) {
          reject(ended);
          return;
        }
        waiting.push({ task, resolve, reject });
        handOut();
      }),
    end: async (reason) => {
      ended ??= reason;
      const why = ended;
      for (const job of waiting.splice(0)) job.reject(why);
      const all = [...threads];
      for (const thread of all) {
        thread.job?.reject(why);
        thread.job = null;
      }
      await Promise.all(all.map((thread) => thread.worker.terminate()));
    },
  };
}

function settle(job: Job | null, answer: KernelAnswer): void {
  if ('output' in answer) job?.resolve(answer.output);
  else job?.reject(fromFailure(answer));
}
