import { readDecimal } from './read-decimal.ts';

/** Largest sampling weight that is believed: above it sums lose the small ones, and it is a slip of the file. */
const LARGEST_WEIGHT = 1e9;

/** A weight as it stands in a cell: a decimal number from 0 to a billion; NaN for anything else. */
export function readWeight(cell: string): number {
  const text = cell.trim();
  const weight = readDecimal(text);
  return weight <= LARGEST_WEIGHT && !text.startsWith('-') ? weight : Number.NaN;
}
