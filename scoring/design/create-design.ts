import { checkWeights } from './check-weights.ts';
import { countPsus } from './count-psus.ts';
import { lonelyNote } from './lonely-note.ts';
import { populationSizes } from './population-sizes.ts';
import type { DesignColumns, LonelyPsu, SurveyDesign } from './survey-design.ts';

/** Strata with one PSU count with their distance from the overall mean: on the safe side. */
const DEFAULT_LONELY_PSU: LonelyPsu = 'adjust';

/** Below this share of PSUs outside the sample, a stratum counts as taken in full. As R's survey. */
export const CENSUS = 1e-7;

/**
 * Checks and counts a survey design: weights, strata, PSUs, finite population correction, or any of
 * them, as R's `svydesign(id = ~psu, strata = ~s, fpc = ~f, weights = ~w)`. Without weights they follow
 * from the fpc (PSUs in the stratum ÷ PSUs sampled); without either, everyone counts 1.
 *
 * Throws `BAD_DESIGN` (a PSU in two strata; fpc blank, not above 0, below the sample, varying in a
 * stratum, or shares and counts mixed; with `lonelyPsu: 'fail'`, a stratum with one PSU), `BAD_WEIGHT`
 * (negative or not finite) and `NOT_COMPUTABLE` (no row has a weight).
 *
 * Source: Lumley, Complex Surveys (2010), chapter 2; `svydesign` of R's survey 4.1.
 */
export function createDesign(columns: DesignColumns): SurveyDesign {
  const { size, strata = null, psu = null, fpc, names = {} } = columns;
  const lonelyPsu = columns.lonelyPsu ?? DEFAULT_LONELY_PSU;
  const given = columns.weights ?? null;
  const respondents = checkWeights(given, size);
  const { psusPerStratum, psuStratum } = countPsus({ size, respondents, weights: given, strata, psu, names });
  const population =
    fpc === undefined
      ? null
      : populationSizes({ size, weights: given, strata, fpc, psusPerStratum, names: names.strata });
  const notSampled = psusPerStratum.map((sampled, stratum) =>
    population === null || sampled === 0 ? 1 : 1 - sampled / population[stratum]!,
  );
  const weights = given ?? new Float64Array(size).fill(1);
  if (given === null && population !== null) {
    for (let row = 0; row < size; row += 1) {
      const stratum = strata === null ? 0 : strata[row]!;
      weights[row] = population[stratum]! / psusPerStratum[stratum]!;
    }
  }
  const psuCount = psusPerStratum.reduce((sum, count) => sum + count, 0);
  const stratumCount = psusPerStratum.reduce((sum, count) => sum + Number(count > 0), 0);
  const lonely = [...psusPerStratum.keys()].filter(
    (stratum) => psusPerStratum[stratum] === 1 && notSampled[stratum]! >= CENSUS,
  );
  const note = lonelyNote(lonely, lonelyPsu, stratumCount, names.strata);
  return {
    size,
    respondents,
    weights,
    strata,
    psu,
    psuStratum,
    psusPerStratum,
    notSampled,
    psuCount,
    stratumCount,
    degreesOfFreedom: psuCount - stratumCount,
    isWeighted: weights.some((weight) => weight !== 1 && weight !== 0),
    isSimple: strata === null && psu === null && population === null,
    lonelyPsu,
    lonelyStrata: lonely.length,
    notes: [
      ...(given === null && population !== null
        ? ['Weights follow from the finite population correction: PSUs in the stratum ÷ PSUs sampled.']
        : []),
      ...(note === null ? [] : [note]),
    ],
  };
}
