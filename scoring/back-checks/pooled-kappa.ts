import type { KappaOrReason } from '../../contracts/back-check-report.ts';
import { margins } from '../statistics/margins.ts';
import { tQuantile } from '../statistics/t-quantile.ts';
import { NO_CODE, type CodedItem } from './item-codes.ts';
import { FEWEST_PAIRS } from './kappa-or-reason.ts';

/**
 * One kappa over several items: observed and expected agreement are averaged over the items before they are
 * compared, so that items with few pairs or one answer do not upset it (De Vries, Elliott, Kanouse & Teleki
 * 2008). Standard error by leaving out one interview at a time; interval with t of n − 1.
 *
 * @param items coded items; place i of each is the same interview
 * @param rows the interviews to take
 */
export function pooledKappa(items: readonly CodedItem[], rows: readonly number[]): KappaOrReason {
  const tables = items.map((item) => tableOf(item, rows));
  const used = rows.filter((row) => items.some((item) => cellOf(item, row) >= 0));
  if (used.length < FEWEST_PAIRS) return { isKnown: false, reason: 'few-pairs' };
  const value = kappaOf(items, tables);
  if (value === null) return { isKnown: false, reason: 'one-category' };
  const without = used.map((row) => {
    const move = (by: number): void =>
      items.forEach((item, place) => {
        const cell = cellOf(item, row);
        if (cell >= 0) tables[place]![cell] = tables[place]![cell]! + by;
      });
    move(-1);
    const rest = kappaOf(items, tables);
    move(1);
    return rest;
  });
  const known = without.filter((each) => each !== null);
  if (known.length < used.length) return { isKnown: true, value, standardError: null, interval: null };
  const n = known.length;
  const mean = known.reduce((sum, each) => sum + each, 0) / n;
  const squares = known.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const standardError = Math.sqrt(((n - 1) / n) * squares);
  const margin = tQuantile(0.975, n - 1) * standardError;
  return {
    isKnown: true,
    value,
    standardError,
    interval: [Math.max(-1, value - margin), Math.min(1, value + margin)],
  };
}

/** Cell of an interview in the item's table; −1 where a side has no code. */
function cellOf({ size, first, second }: CodedItem, row: number): number {
  const [from, to] = [first[row]!, second[row]!];
  return from === NO_CODE || to === NO_CODE ? -1 : from * size + to;
}

function tableOf(item: CodedItem, rows: readonly number[]): Float64Array {
  const table = new Float64Array(item.size ** 2);
  for (const row of rows) {
    const cell = cellOf(item, row);
    if (cell >= 0) table[cell] = table[cell]! + 1;
  }
  return table;
}

function kappaOf(items: readonly CodedItem[], tables: readonly Float64Array[]): number | null {
  let observed = 0;
  let expected = 0;
  let counted = 0;
  items.forEach(({ size }, place) => {
    const { rows, columns, total } = margins(tables[place]!, size, size);
    if (!(total > 0)) return;
    counted += 1;
    for (let code = 0; code < size; code += 1) {
      observed += tables[place]![code * size + code]! / total;
      expected += (rows[code]! * columns[code]!) / total ** 2;
    }
  });
  return counted > 0 && expected < counted ? (observed - expected) / (counted - expected) : null;
}
