import { CENSUS } from './create-design.ts';
import type { SurveyDesign } from './survey-design.ts';

export interface VarianceScale {
  /** Per stratum: factor of the sum of squares of its PSU totals. */
  readonly scale: Float64Array;
  /** Per stratum: 1 where PSU totals are centred on their mean, 0 where on zero. */
  readonly centred: Uint8Array;
  /** Why no variance can be computed; null where it can. */
  readonly reason: string | null;
}

/**
 * How each stratum enters a linearised variance: (1 − f)·n/(n − 1) times the squared deviations of its
 * n PSU totals. Strata of one PSU by the design's rule, as `onestrat` and `onestage` of R's survey.
 *
 * @param isPresent strata the domain has respondents in; `average` counts only those. Default: all.
 */
export function varianceScale(design: SurveyDesign, isPresent?: Uint8Array): VarianceScale {
  const { psusPerStratum, notSampled, lonelyPsu } = design;
  const centred = new Uint8Array(psusPerStratum.length).fill(1);
  let present = 0;
  let known = 0;
  let alone = 0;
  const scale = psusPerStratum.map((count, stratum) => {
    if (count === 0) return 0;
    const isIn = isPresent === undefined || isPresent[stratum] === 1;
    if (isIn) present += 1;
    const open = notSampled[stratum]!;
    const isCensus = open < CENSUS;
    if (isIn && (count > 1 || isCensus)) known += 1;
    if (isIn && count === 1 && !isCensus) alone += 1;
    if (isCensus) return 0;
    if (count > 1) return (open * count) / (count - 1);
    if (lonelyPsu === 'adjust') {
      centred[stratum] = 0;
      return open;
    }
    return 0;
  });
  // A lonely stratum shows its distance from the others; where it is the only one there are none.
  const isKnown = known > 0 || (lonelyPsu === 'adjust' && alone > 1);
  const reason = isKnown ? null : 'Each stratum has a single PSU, so there is no variance to be seen.';
  const spread = lonelyPsu === 'average' && known > 0 ? present / known : 1;
  return { scale: spread === 1 ? scale : scale.map((value) => value * spread), centred, reason };
}
