import type { Margin } from './margin.ts';

/** The combinations of categories that occur. */
export interface JointCells {
  readonly count: number;
  /** Cell of each respondent. */
  readonly ofRespondent: Uint32Array;
  /** Per margin: the category of each cell. */
  readonly categories: readonly Uint32Array[];
}

/**
 * Folds margins into the cells of their cross-classification that have respondents, in the order of their
 * categories. There are at most as many as respondents, however many combinations are possible.
 */
export function jointCells(margins: readonly Margin[], size: number): JointCells {
  let cells = new Uint32Array(size);
  let count = 1;
  for (const { indices, categories } of margins) {
    const width = categories.length;
    const keys = Float64Array.from(cells, (cell, row) => cell * width + indices[row]!);
    [cells, count] = count * width <= LARGEST_TABLE ? byTable(keys, count * width) : byMap(keys);
  }
  return {
    count,
    ofRespondent: cells,
    categories: margins.map(({ indices }) => {
      const categories = new Uint32Array(count);
      for (let row = 0; row < size; row += 1) categories[cells[row]!] = indices[row]!;
      return categories;
    }),
  };
}

/** Possible cells up to which a table of them is made; it is much faster than a map. */
const LARGEST_TABLE = 1 << 22;

function byTable(keys: Float64Array, possible: number): [cells: Uint32Array<ArrayBuffer>, count: number] {
  const places = new Uint32Array(possible);
  for (const key of keys) places[key] = 1;
  let count = 0;
  for (let key = 0; key < possible; key += 1) {
    if (places[key] === 0) continue;
    places[key] = count;
    count += 1;
  }
  return [Uint32Array.from(keys, (key) => places[key]!), count];
}

function byMap(keys: Float64Array): [cells: Uint32Array<ArrayBuffer>, count: number] {
  const places = new Map([...new Set(keys)].sort((a, b) => a - b).map((key, place) => [key, place]));
  return [Uint32Array.from(keys, (key) => places.get(key)!), places.size];
}
