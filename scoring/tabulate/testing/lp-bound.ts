import { solve, type Model } from 'yalps';
import { margins } from '../../statistics/margins.ts';

export interface Published {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Where `hidden` is 1, only the sums below are known of them. */
  readonly counts: Float64Array;
}

/**
 * For tests: how small or large an outsider can think a hidden count, by a linear programme over what is
 * published, in no way related to flows.
 */
export function bound(
  { rowCount, columnCount, counts }: Published,
  hidden: Uint8Array,
  withRowSums: boolean,
  cell: number,
  direction: 'minimize' | 'maximize',
): number {
  const sums = margins(counts, rowCount, columnCount);
  const constraints: Record<string, { equal: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  if (withRowSums) sums.rows.forEach((sum, row) => (constraints[`r${row}`] = { equal: sum }));
  sums.columns.forEach((sum, column) => (constraints[`c${column}`] = { equal: sum }));
  counts.forEach((count, place) => {
    const name = `x${place}`;
    const row = `r${Math.floor(place / columnCount)}`;
    variables[name] = { [`c${place % columnCount}`]: 1, ...(withRowSums && { [row]: 1 }) };
    if (place === cell) variables[name]['asked'] = 1;
    if (hidden[place] === 1) return;
    variables[name][`known${place}`] = 1;
    constraints[`known${place}`] = { equal: count };
  });
  const model: Model = { direction, objective: 'asked', constraints, variables };
  const solution = solve(model, { precision: 1e-9 });
  if (solution.status !== 'optimal') throw new Error(`The programme is ${solution.status}.`);
  return solution.result;
}
