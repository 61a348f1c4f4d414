import type { GroupedItems } from './group-items.ts';
import type { Normalise } from './run-em.ts';

/** Makes class sizes, and the probabilities of each item within each class, add up to 1. */
export function createNormalise({ stride, firstSlots, slotCount }: GroupedItems): Normalise {
  return (parameters) => {
    let whole = 0;
    for (let k = 0; k < stride; k += 1) whole += parameters[k]!;
    for (let k = 0; k < stride; k += 1) {
      parameters[k]! /= whole;
      parameters[(slotCount - 1) * stride + k] = 1;
      for (let item = 0; item + 1 < firstSlots.length; item += 1) {
        const first = firstSlots[item]! * stride + k;
        const end = firstSlots[item + 1]! * stride + k;
        let sum = 0;
        for (let place = first; place < end; place += stride) sum += parameters[place]!;
        for (let place = first; place < end; place += stride) parameters[place]! /= sum;
      }
    }
  };
}
