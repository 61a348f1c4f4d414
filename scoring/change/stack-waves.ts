import type { SurveyDesign } from '../design/survey-design.ts';
import { subsetDesign } from './subset-design.ts';
import { NOT_THERE, type PairedWaves } from './pair-waves.ts';
import type { WaveFile } from './wave-file.ts';

export interface StackedWaves {
  /** Rows of the file: the first wave, then the second. */
  readonly rows: Uint32Array;
  readonly design: SurveyDesign;
  /** What the waves share, in words: it carries their covariance. */
  readonly shared: string;
}

/**
 * The design of two waves together. Where PSUs are in both waves they stay one unit each; without PSUs,
 * respondents who are in both are the units; where nothing is shared, the waves are independent samples
 * and each stratum is one of its wave. Throws what `createDesign` throws, e.g. where a respondent changed stratum.
 */
export function stackWaves(file: WaveFile, paired: PairedWaves): StackedWaves {
  const { fromRows, toRows, both } = paired;
  const { design, ids } = file;
  const rows = new Uint32Array(fromRows.length + toRows.length);
  rows.set(fromRows);
  rows.set(toRows, fromRows.length);
  const { psu } = design;
  if (psu !== undefined) {
    const first = new Set(fromRows.map((row) => psu[row]!));
    if (toRows.some((row) => first.has(psu[row]!)))
      return {
        rows,
        design: subsetDesign(design, rows),
        shared: 'PSUs that are in both waves are one unit each.',
      };
  } else if (ids !== null && both > 0) {
    return {
      rows,
      design: subsetDesign(design, rows, { psu: rows.map((row) => ids[row]!) }),
      shared: 'Respondents who are in both waves are one unit each.',
    };
  }
  const { strata } = design;
  const width = strata === undefined ? 1 : strata.reduce((most, stratum) => Math.max(most, stratum), 0) + 1;
  const ofWave = rows.map(
    (row, place) => (place < fromRows.length ? 0 : width) + (strata === undefined ? 0 : strata[row]!),
  );
  return {
    rows,
    design: subsetDesign(design, rows, { strata: ofWave }),
    shared: 'The waves share no respondent and no PSU: they count as independent samples.',
  };
}

/** Whether somebody in both waves lies in another stratum in the second. */
export function movedStratum({ design: { strata } }: WaveFile, { fromRows, partner }: PairedWaves): boolean {
  if (strata === undefined) return false;
  return fromRows.some((row) => partner[row] !== NOT_THERE && strata[row] !== strata[partner[row]!]);
}
