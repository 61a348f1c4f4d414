import { createDesign } from '../design/create-design.ts';
import type { DesignColumns } from '../design/survey-design.ts';
import type { SurveyDesign } from '../design/survey-design.ts';

/** The design of some rows, in the order given; `replaced` takes the place of their columns. */
export function subsetDesign(
  columns: DesignColumns,
  rows: Uint32Array,
  replaced: Pick<DesignColumns, 'strata' | 'psu'> = {},
): SurveyDesign {
  const { weights, strata, psu, fpc, lonelyPsu, names } = columns;
  return createDesign({
    size: rows.length,
    ...(weights === undefined ? {} : { weights: Float64Array.from(rows, (row) => weights[row]!) }),
    ...(strata === undefined ? {} : { strata: rows.map((row) => strata[row]!) }),
    ...(psu === undefined ? {} : { psu: rows.map((row) => psu[row]!) }),
    ...(fpc === undefined ? {} : { fpc: Float64Array.from(rows, (row) => fpc[row]!) }),
    ...(lonelyPsu === undefined ? {} : { lonelyPsu }),
    ...(names === undefined || replaced.strata !== undefined ? {} : { names }),
    ...replaced,
  });
}
