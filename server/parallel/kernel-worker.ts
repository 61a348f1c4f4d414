import { parentPort } from 'node:worker_threads';
import { runKernel } from '../../scoring/parallel/kernel-runner.ts';
import type { KernelInput, KernelName } from '../../scoring/parallel/kernels.ts';
import { toFailure } from './thread-messages.ts';
import type { KernelAnswer, KernelTask } from './threads.ts';

/** Entry of a worker thread: one kernel, one input, one answer, and again. */
parentPort?.on('message', (task: KernelTask) => {
  parentPort?.postMessage(answer(task));
});

/** An error that a person can mend keeps its code on the way. */
function answer({ name, input }: KernelTask): KernelAnswer {
  try {
    return { output: runKernel(name, input as KernelInput<KernelName>) };
  } catch (error) {
    return toFailure(error);
  }
}
