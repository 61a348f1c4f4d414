import { WaymarkError } from '../../contracts/errors.ts';
import type { WaveFile, WavePair } from './wave-file.ts';

export interface PairedWaves {
  /** Rows of each wave, in the order of the file. */
  readonly fromRows: Uint32Array;
  readonly toRows: Uint32Array;
  /** Row of the other wave for each row of the file that has one; else `NOT_THERE`. */
  readonly partner: Uint32Array;
  /** Ids in both waves, in the first only, in the second only. */
  readonly both: number;
  readonly onlyFrom: number;
  readonly onlyTo: number;
}

export const NOT_THERE = 0xffffffff;

/**
 * Finds who was there in both waves. Throws `DUPLICATE_ID` where somebody stands twice in one wave, and
 * `NOT_COMPUTABLE` where a wave has no rows.
 */
export function pairWaves(
  { size, ids, idNames, waves, waveNames }: WaveFile,
  { from, to }: WavePair,
): PairedWaves {
  const rowsOf = (wave: number): Uint32Array => {
    const rows = new Uint32Array(waves.reduce((count, own) => count + Number(own === wave), 0));
    for (let row = 0, place = 0; row < size; row += 1) if (waves[row] === wave) rows[place++] = row;
    if (rows.length > 0) return rows;
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `Wave "${waveNames[wave] ?? ''}" has no rows.`,
      'Name two waves of the file with --from and --to.',
    );
  };
  const fromRows = rowsOf(from);
  const toRows = rowsOf(to);
  const partner = new Uint32Array(size).fill(NOT_THERE);
  if (ids === null)
    return { fromRows, toRows, partner, both: 0, onlyFrom: fromRows.length, onlyTo: toRows.length };
  const place = (rows: Uint32Array, wave: number): Uint32Array => {
    const rowOf = new Uint32Array(idNames.length).fill(NOT_THERE);
    for (const row of rows) {
      const id = ids[row]!;
      if (rowOf[id] !== NOT_THERE) throw twice(idNames[id] ?? '', waveNames[wave] ?? '');
      rowOf[id] = row;
    }
    return rowOf;
  };
  const fromRowOf = place(fromRows, from);
  const toRowOf = place(toRows, to);
  let both = 0;
  for (const row of fromRows) {
    const other = toRowOf[ids[row]!]!;
    if (other === NOT_THERE) continue;
    both += 1;
    partner[row] = other;
    partner[other] = fromRowOf[ids[other]!]!;
  }
  return { fromRows, toRows, partner, both, onlyFrom: fromRows.length - both, onlyTo: toRows.length - both };
}

const twice = (id: string, wave: string): WaymarkError =>
  new WaymarkError(
    'DUPLICATE_ID',
    `Expected each id once in a wave; "${id.slice(0, 80)}" stands more than once in wave "${wave}".`,
    'Keep one row per respondent and wave.',
  );
