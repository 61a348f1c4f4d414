import { WaymarkError } from '../../contracts/errors.ts';
import { runKernel } from '../../scoring/parallel/kernel-runner.ts';
import type { KernelInput, KernelName } from '../../scoring/parallel/kernels.ts';
import type { KernelAnswer, KernelTask } from './worker-pool.ts';

/** Entry of a worker thread: one kernel, one input. An error a person can mend keeps its code on the way. */
export function work(task: KernelTask): KernelAnswer {
  try {
    return { output: runKernel(task.name, task.input as KernelInput<KernelName>) };
  } catch (error) {
    if (!(error instanceof WaymarkError)) throw error;
    const { code, message, hint } = error;
    return { error: { code, message, ...(hint === undefined ? {} : { hint }) } };
  }
}
