import { createRandom } from '../random/create-random.ts';
import type { AnswerPatterns } from './answer-patterns.ts';
import { createEmStep } from './em-step.ts';
import { createNormalise } from './create-normalise.ts';
import { groupItems, type GroupedItems } from './group-items.ts';
import { randomStart } from './random-start.ts';
import { runEm, type EmRun } from './run-em.ts';

export interface BestStart {
  readonly grouped: GroupedItems;
  /** The best start, run on until nothing moves. */
  readonly best: EmRun;
  /** Log-likelihood that each start came to, in the order they were made. */
  readonly reached: readonly number[];
  /** EM steps of all starts together. */
  readonly steps: number;
}

export interface StartsInput {
  readonly patterns: AnswerPatterns;
  readonly k: number;
  readonly restarts: number;
  readonly seed: number;
  /** Called after each start. To cancel, throw. */
  readonly onRestart?: (done: number, restarts: number) => void;
}

/** When a start has come to its maximum, near enough to tell it from another. */
const FOUND = { gain: 1e-6, gainShare: 1e-9, change: 1e-2, mostSteps: 3000 };
/** When the best start is at its maximum to the digits that are shown. */
const SETTLED = { gain: 1e-7, gainShare: 0, change: 1e-10, mostSteps: 20_000 };

/** Runs EM from seeded random starts and takes the best to its end; one class needs one start. */
export function bestStart({ patterns, k, restarts, seed, onRestart }: StartsInput): BestStart {
  const grouped = groupItems(patterns, k);
  const step = createEmStep(patterns, grouped);
  const normalise = createNormalise(grouped);
  const random = createRandom(seed);
  const starts = k === 1 ? 1 : restarts;
  const reached: number[] = [];
  let best: EmRun | undefined;
  let steps = 0;
  for (let done = 1; done <= starts; done += 1) {
    const run = runEm(step, normalise, randomStart(grouped, k, random, normalise), FOUND);
    reached.push(run.logLikelihood);
    steps += run.steps;
    if (best === undefined || run.logLikelihood > best.logLikelihood) best = run;
    onRestart?.(done, starts);
  }
  const settled = runEm(step, normalise, best!.parameters, SETTLED);
  return { grouped, best: settled, reached, steps: steps + settled.steps };
}
