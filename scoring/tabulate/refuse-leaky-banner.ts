import { WaymarkError } from '../../contracts/errors.ts';
import type { Crosstab } from '../../contracts/table.ts';
import { NESTED } from './table-side.ts';

/**
 * Tables side by side are published together. Each withholds cells as if it stood alone, so `branch` gives
 * away what `branch>sex` withholds: the branch less her women is her men. Throws INVALID_REQUEST where two
 * tables share a variable and one of them withholds something.
 */
export function refuseLeakyBanner(tables: readonly Crosstab[]): void {
  tables.forEach((one, place) => {
    const parts = new Set(partsOf(one));
    const other = tables
      .slice(0, place)
      .find((before) => (hides(before) || hides(one)) && partsOf(before).some((part) => parts.has(part)));
    if (other === undefined) return;
    throw new WaymarkError(
      'INVALID_REQUEST',
      `"${other.columns.variable}" and "${one.columns.variable}" have a column in common, so that what the minimum base withholds in one could be worked out from the other.`,
      'Make one of the two tables, or lower --minimum-base until nothing is withheld.',
    );
  });
}

const partsOf = (table: Crosstab): readonly string[] =>
  table.columns.variable.split(NESTED).map((part) => part.trim());
const hides = ({ suppression }: Crosstab): boolean => suppression !== undefined && suppression.primary > 0;
