import { createRandom } from '../random/create-random.ts';
import type { DesignColumns } from './survey-design.ts';

/** Cells of the random surveys, and the number that means none of them. */
export const CELLS = 6;
export const NONE = 65535;

type Used = Partial<Record<'weights' | 'strata' | 'psu' | 'fpc', boolean>>;

export interface Survey {
  readonly columns: DesignColumns;
  readonly y: Float64Array;
  readonly cell: Uint16Array;
  readonly inDomain: Uint8Array;
}

/** A survey with 2 to 4 strata of 2 to 4 PSUs of 1 to 5 rows, in any order, described by parts of its design. */
export function makeSurvey(
  seed: number,
  used: Used,
  lonelyPsu: NonNullable<DesignColumns['lonelyPsu']>,
): Survey {
  const random = createRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random.next() * (high - low + 1));
  const rows: { stratum: number; psu: number; key: number }[] = [];
  let psus = 0;
  for (let stratum = whole(1, 3); stratum >= 0; stratum -= 1)
    for (let unit = whole(2, 4); unit > 0; unit -= 1, psus += 1)
      for (let row = whole(1, 5); row > 0; row -= 1) rows.push({ stratum, psu: psus, key: random.next() });
  rows.sort((one, other) => one.key - other.key);
  const size = rows.length;
  // Twice the rows of a stratum, or of the sample, is never below its PSUs.
  const count = (stratum: number) =>
    used.strata === true ? 2 * rows.filter((row) => row.stratum === stratum).length : 2 * size;
  return {
    columns: {
      size,
      lonelyPsu,
      ...(used.weights === true && {
        weights: Float64Array.from(rows, () => (random.next() < 0.1 ? 0 : 0.2 + 4 * random.next())),
      }),
      ...(used.strata === true && { strata: Uint32Array.from(rows, ({ stratum }) => stratum) }),
      ...(used.psu === true && { psu: Uint32Array.from(rows, ({ psu }) => psu) }),
      ...(used.fpc === true && { fpc: Float64Array.from(rows, ({ stratum }) => count(stratum)) }),
    },
    y: Float64Array.from(rows, ({ psu }) => (random.next() < 0.1 ? NaN : psu + 10 * random.next())),
    cell: Uint16Array.from(rows, () => (random.next() < 0.1 ? NONE : whole(0, CELLS - 1))),
    inDomain: Uint8Array.from(rows, () => Number(random.next() < 0.7)),
  };
}
