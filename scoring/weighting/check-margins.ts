import { WaymarkError } from '../../contracts/errors.ts';
import type { Margin } from './margin.ts';

/** Largest relative difference between the totals of two margins that rounding may explain. */
const LARGEST_DIFFERENCE = 1e-6;

/** More clients than that is a slip. */
const LARGEST_COUNT = 1e12;

/**
 * Refuses margins that no weights can meet, with `BAD_MARGINS` and the variable and category at fault: a
 * count that is not a number above 0 and up to 10^12, a category that nobody in the sample has, totals that differ by
 * more than a millionth.
 *
 * @param sharesOnly only the shares of each margin are used, so totals may differ
 */
export function checkMargins(margins: readonly Margin[], sharesOnly = false): void {
  for (const margin of margins) {
    margin.counts.forEach((count, place) => {
      if (count > 0 && count <= LARGEST_COUNT) return;
      throw bad(
        `"${margin.name}", category "${margin.categories[place] ?? ''}": expected a count above 0 and up to 10^12; found ${count}.`,
        'Give how many clients are in the category, or leave the category out if there are none.',
      );
    });
    const seen = new Uint8Array(margin.counts.length);
    for (const index of margin.indices) seen[index] = 1;
    const empty = seen.indexOf(0);
    if (empty >= 0)
      throw bad(
        `"${margin.name}", category "${margin.categories[empty] ?? ''}": the margins count ${margin.counts[empty]} clients, but no respondent with a weight is in it.`,
        'Merge the category with a neighbour, in the file and in the margins: nobody can be weighted up to stand for it.',
      );
  }
  if (!sharesOnly) checkTotals(margins);
}

function checkTotals(margins: readonly Margin[]): void {
  const [first, ...others] = margins.map(({ name, counts }) => ({
    name,
    total: counts.reduce((sum, count) => sum + count, 0),
  }));
  for (const other of others) {
    if (first === undefined || Math.abs(other.total - first.total) <= LARGEST_DIFFERENCE * first.total)
      continue;
    throw bad(
      `The counts of "${first.name}" add up to ${first.total}, those of "${other.name}" to ${other.total}; expected the same population.`,
      'Correct the counts. Where they are shares, or come from sources that differ in size, pass --proportions to use only their shares.',
    );
  }
}

const bad = (message: string, hint: string): WaymarkError => new WaymarkError('BAD_MARGINS', message, hint);
