import { createRandom } from '../random/create-random.ts';

/**
 * Fold of each row, 0 … folds − 1: rows of one segment are shuffled (seeded) and dealt out in turn, the next
 * segment going on where the last one stopped, so folds differ by at most one row, overall and per segment.
 */
export function stratifiedFolds(target: Uint8Array, folds: number, seed: number): Uint8Array {
  const random = createRandom(seed);
  const fold = new Uint8Array(target.length);
  let dealt = 0;
  for (let segment = 0; segment <= Math.max(...new Set(target), 0); segment += 1) {
    const rows = [...target.keys()].filter((row) => target[row] === segment);
    for (let place = rows.length - 1; place > 0; place -= 1) {
      const other = Math.floor(random.next() * (place + 1));
      [rows[place], rows[other]] = [rows[other]!, rows[place]!];
    }
    for (const row of rows) fold[row] = dealt++ % folds;
  }
  return fold;
}
