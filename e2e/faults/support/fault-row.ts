import { mkdirSync, writeFileSync } from 'node:fs';
import { inRoot } from '../../../tools/support/root.mjs';

/** One line of the table in docs/reliability.md: a fault, how often it was tried, and what became of the records. */
export interface FaultRow {
  readonly side: 'server' | 'tablet';
  readonly fault: string;
  /** How often the fault struck. */
  readonly times: number;
  /** Different records that were delivered under it. */
  readonly records: number;
  /** Records acknowledged before, and not there after; must be 0. */
  readonly lost: number;
  /** Records held more than once; must be 0. */
  readonly twice: number;
  /** Records whose bytes are not those that were sent; must be 0. */
  readonly changed: number;
  readonly note?: string;
}

/** Leaves the rows of one scenario where `npm run test:faults` collects them. */
export function recordRows(scenario: string, rows: readonly FaultRow[]): void {
  const folder = inRoot('.cache', 'faults');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${scenario}.json`, JSON.stringify(rows));
}
