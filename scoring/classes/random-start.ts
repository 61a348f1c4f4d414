import type { Random } from '../random/create-random.ts';
import type { GroupedItems } from './group-items.ts';
import type { Normalise } from './run-em.ts';

/** Equal class sizes, and probabilities drawn uniformly from (0, 1) and made to add up to 1. */
export function randomStart(
  { stride, slotCount }: GroupedItems,
  classes: number,
  random: Random,
  normalise: Normalise,
): Float64Array {
  const start = new Float64Array(slotCount * stride).fill(1);
  start.fill(0, classes, stride);
  for (let slot = 1; slot + 1 < slotCount; slot += 1)
    for (let k = 0; k < classes; k += 1) start[slot * stride + k] = 0.01 + 0.99 * random.next();
  normalise(start);
  return start;
}
