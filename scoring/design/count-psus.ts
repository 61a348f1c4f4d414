import { WaymarkError } from '../../contracts/errors.ts';
import type { DesignColumns } from './survey-design.ts';
import { NO_STRATUM } from './survey-design.ts';

export interface PsuCounts {
  /** PSUs with respondents, per stratum. */
  readonly psusPerStratum: Float64Array;
  /** Stratum of each PSU; null where each row is its own PSU. */
  readonly psuStratum: Uint32Array | null;
}

export interface PsuColumns {
  readonly size: number;
  /** Rows with a weight above 0. */
  readonly respondents: number;
  readonly weights: Float64Array | null;
  readonly strata: Uint32Array | null;
  readonly psu: Uint32Array | null;
  readonly names: NonNullable<DesignColumns['names']>;
}

/** Counts the PSUs of each stratum, over rows with a weight. Throws `BAD_DESIGN` for a PSU in two strata. */
export function countPsus({ size, respondents, weights, strata, psu, names }: PsuColumns): PsuCounts {
  if (strata === null && psu === null)
    return { psusPerStratum: Float64Array.of(respondents), psuStratum: null };
  for (const column of [strata, psu])
    if (column !== null && column.length !== size)
      throw new WaymarkError('BAD_DESIGN', `Expected a stratum and a PSU in each of ${size} rows.`);
  const psusPerStratum = new Float64Array(strata === null ? 1 : slots(strata));
  const psuStratum = psu === null ? null : new Uint32Array(slots(psu)).fill(NO_STRATUM);
  for (let row = 0; row < size; row += 1) {
    if (weights !== null && weights[row] === 0) continue;
    const stratum = strata === null ? 0 : strata[row]!;
    if (psu !== null && psuStratum !== null) {
      const unit = psu[row]!;
      const before = psuStratum[unit]!;
      if (before === stratum) continue;
      if (before !== NO_STRATUM)
        throw inTwoStrata(
          names.psu?.[unit] ?? String(unit),
          names.strata?.[before] ?? String(before),
          names.strata?.[stratum] ?? String(stratum),
        );
      psuStratum[unit] = stratum;
    }
    psusPerStratum[stratum] = psusPerStratum[stratum]! + 1;
  }
  return { psusPerStratum, psuStratum };
}

function slots(column: Uint32Array): number {
  let largest = -1;
  for (let row = 0; row < column.length; row += 1) largest = Math.max(largest, column[row]!);
  return largest + 1;
}

const inTwoStrata = (unit: string, one: string, other: string): WaymarkError =>
  new WaymarkError(
    'BAD_DESIGN',
    `The PSU "${unit}" lies in two strata: "${one}" and "${other}".`,
    'A PSU belongs to one stratum. If its name is used again in each stratum, make names that are unique, such as stratum and PSU together.',
  );
