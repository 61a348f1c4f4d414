import type { AnswerPatterns } from './answer-patterns.ts';

/**
 * How patterns point into tables of joint probabilities: neighbouring items are looked up together, as
 * long as their joint table stays small, so that a pattern of 15 items costs five or six look-ups.
 */
export interface GroupedItems {
  /** Classes rounded up to a multiple of four: every slot holds so many numbers. */
  readonly stride: number;
  readonly groupCount: number;
  /** Row-major patterns × groups: where the pattern's cell starts in a table of `cellCount × stride`. */
  readonly cells: Int32Array;
  readonly cellCount: number;
  /** Parameter slots of each cell, in the order of cells, `widths[cell]` of them each. */
  readonly slots: Int32Array;
  readonly widths: Uint8Array;
  /** Slot 0 holds class sizes, then one per item and category; the last is 1 for a missing answer. */
  readonly slotCount: number;
  /** First slot of each item; one more at the end, the slot of missing answers. */
  readonly firstSlots: Int32Array;
}

/** Cells of one joint table at most: 216 (three items of five categories and missing) still fit in cache. */
const MOST_CELLS = 256;
/** A table pays only where several patterns share a cell. */
const PATTERNS_PER_CELL = 8;

/** @param classes number of classes, 1 or more */
export function groupItems(patterns: AnswerPatterns, classes: number): GroupedItems {
  const { categoryCounts, codes, count } = patterns;
  const stride = Math.ceil(classes / 4) * 4;
  const itemCount = categoryCounts.length;
  const firstSlots = new Int32Array(itemCount + 1);
  firstSlots[0] = 1;
  categoryCounts.forEach((size, item) => (firstSlots[item + 1] = firstSlots[item]! + size));
  const missingSlot = firstSlots[itemCount]!;
  const groups = splitItems(categoryCounts, Math.min(MOST_CELLS, count / PATTERNS_PER_CELL));
  const cells = new Int32Array(count * groups.length);
  const slots: number[] = [];
  const widths: number[] = [];
  groups.forEach((group, place) => {
    const first = widths.length;
    const sizes = group.map((item) => categoryCounts[item]! + 1);
    const cellCount = sizes.reduce((product, size) => product * size, 1);
    for (let cell = 0; cell < cellCount; cell += 1) {
      let rest = cell;
      group.forEach((item, index) => {
        const code = rest % sizes[index]!;
        rest = (rest - code) / sizes[index]!;
        slots.push(code === categoryCounts[item] ? missingSlot : firstSlots[item]! + code);
      });
      widths.push(group.length);
    }
    for (let pattern = 0; pattern < count; pattern += 1) {
      let cell = 0;
      for (let index = group.length - 1; index >= 0; index -= 1)
        cell = cell * sizes[index]! + codes[pattern * itemCount + group[index]!]!;
      cells[pattern * groups.length + place] = (first + cell) * stride;
    }
  });
  return {
    stride,
    groupCount: groups.length,
    cells,
    cellCount: widths.length,
    slots: Int32Array.from(slots),
    widths: Uint8Array.from(widths),
    slotCount: missingSlot + 1,
    firstSlots,
  };
}

function splitItems(categoryCounts: readonly number[], mostCells: number): number[][] {
  const groups: number[][] = [];
  let cells = Infinity;
  categoryCounts.forEach((size, item) => {
    cells *= size + 1;
    if (cells <= mostCells) groups.at(-1)!.push(item);
    else {
      groups.push([item]);
      cells = size + 1;
    }
  });
  return groups;
}
