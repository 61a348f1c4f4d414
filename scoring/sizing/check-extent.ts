import { WaymarkError } from '../../contracts/errors.ts';

/** Most cells of branch × segment × exit that occur, so that their covariance fits into memory (128 MB). */
const MOST_CELLS = 4000;

/**
 * Throws NOT_COMPUTABLE where nobody or too much is to be counted, INVALID_REQUEST for a `top` that the
 * branches do not have.
 *
 * @param interviewed branches with interviews.
 * @param cells combinations of branch, segment and exit that occur.
 */
export function checkExtent(top: number, interviewed: number, cells: number): void {
  if (interviewed === 0)
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      'No row has a weight, a branch, a segment and a known place in the funnel.',
      'Check the columns for blank cells, and the conditions.',
    );
  if (!(Number.isInteger(top) && top >= 1 && top <= interviewed))
    throw new WaymarkError(
      'INVALID_REQUEST',
      `Expected a top of 1 to ${interviewed}, the branches with interviews; found ${top}.`,
      'Give a smaller --top.',
    );
  if (cells > MOST_CELLS)
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `${cells.toLocaleString('en')} combinations of branch, segment and filter occur, more than the ${MOST_CELLS.toLocaleString('en')} that can be sized at once.`,
      'Join small branches into regions, or size them in parts.',
    );
}
