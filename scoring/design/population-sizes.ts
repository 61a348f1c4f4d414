import { WaymarkError } from '../../contracts/errors.ts';

export interface FpcColumns {
  readonly size: number;
  readonly weights: Float64Array | null;
  readonly strata: Uint32Array | null;
  readonly fpc: Float64Array;
  readonly psusPerStratum: Float64Array;
  readonly names: readonly string[] | undefined;
}

/** Rounding a share of sampled PSUs may carry, when it stands for all of them. */
const ROUNDING = 1e-9;

/**
 * PSUs of each stratum in the population, from the finite population correction of its rows: all of
 * them counts, or all of them sampled shares (≤ 1). As `as.fpc` of R's survey, which only warns where
 * the figure varies within a stratum. Throws `BAD_DESIGN`.
 */
export function populationSizes(columns: FpcColumns): Float64Array {
  const { size, weights, strata, fpc, psusPerStratum, names } = columns;
  if (fpc.length !== size) throw wrong(`Expected a finite population correction in each of ${size} rows.`);
  const perStratum = new Float64Array(psusPerStratum.length);
  const name = (stratum: number): string => names?.[stratum] ?? String(stratum);
  for (let row = 0; row < size; row += 1) {
    if (weights !== null && weights[row] === 0) continue;
    const stratum = strata === null ? 0 : strata[row]!;
    const value = fpc[row]!;
    if (!(value > 0 && value < Infinity))
      throw wrong(
        `Row ${row + 1} of the data: expected a finite population correction above 0; found ${Number.isNaN(value) ? 'a blank cell' : value}.`,
      );
    const before = perStratum[stratum]!;
    if (before !== 0 && before !== value)
      throw wrong(
        `The finite population correction varies within ${strata === null ? 'the sample' : `the stratum "${name(stratum)}"`}: ${before} and ${value}.`,
      );
    perStratum[stratum] = value;
  }
  const given = perStratum.filter((value) => value > 0);
  const areCounts = given.some((value) => value > 1);
  if (areCounts && given.some((value) => value < 1))
    throw wrong('The finite population correction mixes shares (below 1) and numbers of PSUs (above 1).');
  return perStratum.map((value, stratum) => {
    const sampled = psusPerStratum[stratum]!;
    if (sampled === 0) return 0;
    const population = areCounts ? value : sampled / value;
    if (population >= sampled * (1 - ROUNDING)) return Math.max(population, sampled);
    throw wrong(
      `${strata === null ? 'The sample' : `The stratum "${name(stratum)}"`} has ${sampled} PSUs, more than the ${value} its finite population correction gives it.`,
    );
  });
}

const wrong = (message: string): WaymarkError =>
  new WaymarkError(
    'BAD_DESIGN',
    message,
    'Give each stratum one figure: its number of PSUs in the population (of respondents, where there are no PSUs), or the share of them in the sample.',
  );
