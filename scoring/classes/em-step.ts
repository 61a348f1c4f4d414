import type { AnswerPatterns } from './answer-patterns.ts';
import type { GroupedItems } from './group-items.ts';

/**
 * One step of the EM algorithm: reads `from`, writes the next parameters into `to`, and returns the
 * log-likelihood of `from`. Parameters lie as `slotCount × stride` (see `GroupedItems`).
 */
export type EmStep = (from: Float64Array, to: Float64Array) => number;

/** Below this a product of probabilities may have lost its digits: the pattern is computed in logarithms. */
const TINY = 1e-280;

/** Makes the step for some data; all memory is taken here, none in the step. */
export function createEmStep(patterns: AnswerPatterns, grouped: GroupedItems): EmStep {
  const { count, weights, totalWeight } = patterns;
  const { stride, groupCount, cells, cellCount, slots, widths, slotCount, firstSlots } = grouped;
  const joint = new Float64Array(cellCount * stride);
  const sums = new Float64Array(cellCount * stride);
  const slotSums = new Float64Array(slotCount * stride);
  const posterior = new Float64Array(stride);

  const multiplyOut = (from: Float64Array): void => {
    joint.fill(1);
    let place = 0;
    for (let cell = 0; cell < cellCount; cell += 1) {
      for (let end = place + widths[cell]!; place < end; place += 1) {
        const slot = slots[place]! * stride;
        for (let k = 0; k < stride; k += 1) joint[cell * stride + k]! *= from[slot + k]!;
      }
    }
  };

  const inLogarithms = (pattern: number, from: Float64Array): number => {
    let largest = -Infinity;
    for (let k = 0; k < stride; k += 1) {
      let log = Math.log(from[k]!);
      for (let group = 0; group < groupCount; group += 1)
        log += Math.log(joint[cells[pattern * groupCount + group]! + k]!);
      posterior[k] = log;
      if (log > largest) largest = log;
    }
    if (largest === -Infinity) {
      posterior.set(from.subarray(0, stride));
      return Math.log(Number.MIN_VALUE);
    }
    let sum = 0;
    for (let k = 0; k < stride; k += 1) sum += posterior[k] = Math.exp(posterior[k]! - largest);
    for (let k = 0; k < stride; k += 1) posterior[k]! /= sum;
    return largest + Math.log(sum);
  };

  const visitPatterns = (from: Float64Array): number => {
    let logLikelihood = 0;
    for (let pattern = 0; pattern < count; pattern += 1) {
      const first = pattern * groupCount;
      const end = first + groupCount;
      let sum = 0;
      for (let k = 0; k < stride; k += 4) {
        let a = from[k]!;
        let b = from[k + 1]!;
        let c = from[k + 2]!;
        let d = from[k + 3]!;
        for (let place = first; place < end; place += 1) {
          const cell = cells[place]! + k;
          a *= joint[cell]!;
          b *= joint[cell + 1]!;
          c *= joint[cell + 2]!;
          d *= joint[cell + 3]!;
        }
        posterior[k] = a;
        posterior[k + 1] = b;
        posterior[k + 2] = c;
        posterior[k + 3] = d;
        sum += a + b + (c + d);
      }
      const weight = weights[pattern]!;
      let scale = weight;
      if (sum > TINY) {
        logLikelihood += weight * Math.log(sum);
        scale /= sum;
      } else logLikelihood += weight * inLogarithms(pattern, from);
      for (let k = 0; k < stride; k += 4) {
        const a = posterior[k]! * scale;
        const b = posterior[k + 1]! * scale;
        const c = posterior[k + 2]! * scale;
        const d = posterior[k + 3]! * scale;
        slotSums[k]! += a;
        slotSums[k + 1]! += b;
        slotSums[k + 2]! += c;
        slotSums[k + 3]! += d;
        for (let place = first; place < end; place += 1) {
          const cell = cells[place]! + k;
          sums[cell]! += a;
          sums[cell + 1]! += b;
          sums[cell + 2]! += c;
          sums[cell + 3]! += d;
        }
      }
    }
    return logLikelihood;
  };

  const gather = (): void => {
    let place = 0;
    for (let cell = 0; cell < cellCount; cell += 1) {
      for (let end = place + widths[cell]!; place < end; place += 1) {
        const slot = slots[place]! * stride;
        for (let k = 0; k < stride; k += 1) slotSums[slot + k]! += sums[cell * stride + k]!;
      }
    }
  };

  const maximise = (from: Float64Array, to: Float64Array): void => {
    for (let k = 0; k < stride; k += 1) {
      to[k] = slotSums[k]! / totalWeight;
      to[(slotCount - 1) * stride + k] = 1;
      for (let item = 0; item + 1 < firstSlots.length; item += 1) {
        const first = firstSlots[item]! * stride + k;
        const end = firstSlots[item + 1]! * stride + k;
        let total = 0;
        for (let slot = first; slot < end; slot += stride) total += slotSums[slot]!;
        // A class that nobody with an answer belongs to keeps its probabilities.
        for (let slot = first; slot < end; slot += stride)
          to[slot] = total > 0 ? slotSums[slot]! / total : from[slot]!;
      }
    }
  };

  return (from, to) => {
    sums.fill(0);
    slotSums.fill(0);
    multiplyOut(from);
    const logLikelihood = visitPatterns(from);
    gather();
    maximise(from, to);
    return logLikelihood;
  };
}
