import type { Codebook } from '../../../contracts/codebook.ts';
import { createDesign } from '../../../scoring/design/create-design.ts';
import type { SurveyDesign } from '../../../scoring/design/survey-design.ts';
import { MISSING_CATEGORY } from '../../../scoring/tabulate/tabulate.ts';
import {
  estimateCalibrated,
  type CalibratedEstimate,
  type CalibratedFigure,
} from '../../../scoring/weighting/estimate-calibrated.ts';
import type { FileColumns } from '../../imports/read-columns.ts';
import type { DesignOptions } from '../design-options.ts';
import { readDescribed } from '../read-described.ts';
import type { FrameDesign, WeighedFile } from './weigh-file.ts';

interface Request {
  readonly weighed: WeighedFile;
  readonly codebook: Codebook | null;
  readonly variable: string;
  readonly options: DesignOptions & { readonly input: string; readonly residuals: 'design' | 'equal' };
}

interface WeighedEstimate {
  readonly variable: string;
  /** Respondents with a weight but without a value. */
  readonly missing: number;
  readonly psus: number;
  readonly strata: number;
  readonly notes: readonly string[];
}

type NumberEstimate = WeighedEstimate & CalibratedEstimate;

interface CategoryEstimate extends WeighedEstimate {
  readonly categories: readonly (Omit<CalibratedEstimate, 'mean'> & {
    readonly category: string;
    readonly label: string;
    readonly proportion: CalibratedFigure;
  })[];
}

/**
 * Mean and total of a number, or share and total of each category, with the new weights and standard errors
 * that credit the margins with what they explain. Throws as `readColumns` and `createDesign` do.
 */
export async function estimateWeighed(request: Request): Promise<NumberEstimate | CategoryEstimate> {
  const { weighed, codebook, variable, options } = request;
  const { rows, weights, margins, baseWeights, frameDesign } = weighed;
  const { columns, isNumeric } = await readDescribed({ ...options, codebook, variable, interval: 'logit' });
  const isFromFrame =
    frameDesign !== null && [options.strata, options.psu, options.fpc].every((name) => name === undefined);
  const design = isFromFrame
    ? designOfFrame(frameDesign, rows, weights)
    : designOf(columns, rows, weights, options);
  const estimate = (values: Float64Array, isShare: boolean): CalibratedEstimate =>
    estimateCalibrated({
      design,
      values,
      weights,
      margins,
      baseWeights: options.residuals === 'design' ? baseWeights : null,
      confidence: options.confidence,
      isShare,
    });
  const common = {
    variable,
    psus: design.psuCount,
    strata: design.stratumCount,
    notes: [
      ...(isFromFrame ? ['Strata and finite populations are those of the frame.'] : []),
      ...design.notes,
      ...(codebook?.attribution === undefined ? [] : [codebook.attribution]),
    ],
  };
  if (isNumeric) {
    const all = columns.numeric(variable);
    const found = estimate(
      Float64Array.from(rows, (row) => all[row] as number),
      false,
    );
    return { ...common, missing: rows.length - found.respondents, ...found };
  }
  const { indices, axis } = columns.coded(variable);
  const categories = axis.categories.map(({ code, label }, place) => {
    const found = estimate(
      Float64Array.from(rows, (row) =>
        indices[row] === MISSING_CATEGORY ? Number.NaN : Number(indices[row] === place),
      ),
      true,
    );
    const { mean, ...others } = found;
    return { category: code, label, proportion: mean, ...others };
  });
  const missing = rows.reduce((count, row) => count + Number(indices[row] === MISSING_CATEGORY), 0);
  return { ...common, missing, categories };
}

/** A random sample within the strata of the frame. */
const designOfFrame = ({ strata, names, fpc }: FrameDesign, rows: Uint32Array, weights: Float64Array) =>
  createDesign({
    size: rows.length,
    weights,
    strata: Uint32Array.from(rows, (row) => strata[row] as number),
    fpc: Float64Array.from(rows, (row) => fpc[row] as number),
    names: { strata: names },
  });

/** The design of the rows that are weighted. */
function designOf(
  columns: FileColumns,
  rows: Uint32Array,
  weights: Float64Array,
  { strata, psu, fpc, lonelyPsu }: DesignOptions,
): SurveyDesign {
  const stratum = strata === undefined ? undefined : columns.keys(strata);
  const unit = psu === undefined ? undefined : columns.keys(psu);
  const sizes = fpc === undefined ? undefined : columns.numeric(fpc);
  return createDesign({
    size: rows.length,
    weights,
    ...(stratum === undefined
      ? {}
      : { strata: Uint32Array.from(rows, (row) => stratum.indices[row] as number) }),
    ...(unit === undefined ? {} : { psu: Uint32Array.from(rows, (row) => unit.indices[row] as number) }),
    ...(sizes === undefined ? {} : { fpc: Float64Array.from(rows, (row) => sizes[row] as number) }),
    ...(lonelyPsu === undefined ? {} : { lonelyPsu }),
    names: {
      ...(stratum === undefined ? {} : { strata: stratum.names }),
      ...(unit === undefined ? {} : { psu: unit.names }),
    },
  });
}
