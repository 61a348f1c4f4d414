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
    const keys = new Float64Array(size);
    for (let row = 0; row < size; row += 1) keys[row] = cells[row]! * width + indices[row]!;
    const places = new Map([...new Set(keys)].sort((a, b) => a - b).map((key, place) => [key, place]));
    cells = Uint32Array.from(keys, (key) => places.get(key)!);
    count = places.size;
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
