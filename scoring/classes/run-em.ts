import type { EmStep } from './em-step.ts';

/** Makes class sizes and each item's probabilities add up to 1, in place. */
export type Normalise = (parameters: Float64Array) => void;

export interface EmRun {
  /** Parameters as `slotCount × stride`. */
  readonly parameters: Float64Array;
  readonly logLikelihood: number;
  /** EM steps taken, refused extrapolations included. */
  readonly steps: number;
  readonly converged: boolean;
  /** Largest change of a probability in the last plain EM step. */
  readonly largestChange: number;
  /** Log-likelihood after each cycle; never falls but for rounding. */
  readonly trace: readonly number[];
}

export interface EmStop {
  /** Stop where a plain step gains less than this in log-likelihood, a share of its size added … */
  readonly gain: number;
  readonly gainShare: number;
  /** … and no probability moves by more than this in a plain step. */
  readonly change: number;
  readonly mostSteps: number;
}

/**
 * EM, accelerated by SQUAREM (Varadhan & Roland 2008, scheme S3): two plain steps, one extrapolation
 * along them, kept only where the likelihood does not fall below that of the plain steps. How far it
 * may reach grows where it was kept and shrinks where it was not. Without that shrinking, nearly every
 * extrapolation was refused on classes that hardly differ, at four times the steps.
 */
export function runEm(step: EmStep, normalise: Normalise, start: Float64Array, stop: EmStop): EmRun {
  let current = start.slice();
  let once = new Float64Array(start.length);
  let twice = new Float64Array(start.length);
  const far = new Float64Array(start.length);
  let logLikelihood = step(current, once);
  let steps = 1;
  let reach = 1;
  const trace = [logLikelihood];
  for (;;) {
    const middle = step(once, twice);
    steps += 1;
    const largestChange = changeBetween(current, once);
    const enough = stop.gain + stop.gainShare * Math.abs(middle);
    const converged = middle - logLikelihood < enough && largestChange < stop.change;
    if (converged || steps >= stop.mostSteps)
      return { parameters: once, logLikelihood: middle, steps, converged, largestChange, trace };
    const length = extrapolate(current, once, twice, far, reach);
    normalise(far);
    const reached = step(far, current);
    steps += 1;
    if (reached >= middle) {
      logLikelihood = reached;
      once.set(current);
      current.set(far);
      if (length === reach) reach *= 4;
    } else {
      reach = Math.max(1, length === reach ? reach / 4 : length / 2);
      [current, once, twice] = [twice, current, once];
      logLikelihood = step(current, once);
      steps += 1;
    }
    trace.push(logLikelihood);
  }
}

function changeBetween(a: Float64Array, b: Float64Array): number {
  let largest = 0;
  for (let index = 0; index < a.length; index += 1) {
    const change = Math.abs(a[index]! - b[index]!);
    if (change > largest) largest = change;
  }
  return largest;
}

/**
 * Writes `far` = current + 2αr + α²v, with r the first step, v the change between the steps, and returns
 * α = ‖r‖/‖v‖, kept within 1 and `reach`. A probability that would leave (0, 1) stays where the second step
 * put it; its item, or the class sizes, then no longer add up to 1.
 */
function extrapolate(
  current: Float64Array,
  once: Float64Array,
  twice: Float64Array,
  far: Float64Array,
  reach: number,
): number {
  let rr = 0;
  let vv = 0;
  for (let index = 0; index < current.length; index += 1) {
    const r = once[index]! - current[index]!;
    const v = twice[index]! - once[index]! - r;
    rr += r * r;
    vv += v * v;
  }
  const alpha = vv > 0 ? Math.min(reach, Math.max(1, Math.sqrt(rr / vv))) : 1;
  for (let index = 0; index < current.length; index += 1) {
    const r = once[index]! - current[index]!;
    const v = twice[index]! - once[index]! - r;
    const value = current[index]! + 2 * alpha * r + alpha * alpha * v;
    far[index] = value > 0 && value < 1 ? value : twice[index]!;
  }
  return alpha;
}
