import { WaymarkError } from '../../contracts/errors.ts';
import type { KernelRunner } from '../parallel/kernel-runner.ts';
import { lloydPart } from './lloyd-part.ts';
import type { LloydStep } from './lloyd.ts';

export interface Driver {
  /** Where assignments run. Its number of threads should be the one the work was split for. */
  readonly runner: KernelRunner;
  readonly onProgress?: (share01: number) => void;
  /** Asked between steps; true stops the work. */
  readonly isCancelled?: () => boolean;
  /** Lets the surroundings work between steps, e.g. notice that a person pressed "stop". */
  readonly breathe?: () => Promise<void>;
}

/**
 * Drives work that comes step by step, with threads, progress and a way to stop. The result is the
 * same as that of `runParts`. Rejects with NOT_COMPUTABLE where it was cancelled.
 */
export async function runSteps<T>(work: Generator<LloydStep, T>, driver: Driver): Promise<T> {
  const { runner, onProgress, isCancelled, breathe } = driver;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await breathe?.();
    onProgress?.(step.value.progress01);
    if (isCancelled?.() === true)
      throw new WaymarkError(
        'NOT_COMPUTABLE',
        'The clustering was stopped before it was done.',
        'Start it again.',
      );
    const { parts } = step.value;
    // One part runs here: its memory is not shared unless the work was split.
    if (parts.length > 1) await runner.run('lloydPart', parts);
    else parts.forEach(lloydPart);
  }
}
