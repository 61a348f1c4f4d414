import { kernels, type KernelInput, type KernelName, type KernelOutput } from './kernels.ts';

/** Where kernels run: here, or in the threads of `server/parallel/worker-pool.ts`. */
export interface KernelRunner {
  /** How many kernels run at once: how finely to split. */
  readonly threads: number;
  /**
   * Runs one kernel on each input; the outputs come in the order of the inputs, whatever finishes
   * first. Rejects with the first error of a kernel.
   */
  run<N extends KernelName>(name: N, inputs: readonly KernelInput<N>[]): Promise<KernelOutput<N>[]>;
}

/** Runs a kernel in the thread that asks for it. */
export function runKernel<N extends KernelName>(name: N, input: KernelInput<N>): KernelOutput<N> {
  const kernel = kernels[name] as (input: KernelInput<N>) => KernelOutput<N>;
  return kernel(input);
}

/** The runner without threads: for small work, the browser, and tests. */
export const inlineRunner: KernelRunner = {
  threads: 1,
  run: (name, inputs) => Promise.resolve().then(() => inputs.map((input) => runKernel(name, input))),
};
