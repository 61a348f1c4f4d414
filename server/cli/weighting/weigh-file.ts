import type { Codebook } from '../../../contracts/codebook.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import { asProportions } from '../../../scoring/weighting/as-proportions.ts';
import { calibrateWeights, type TrimBounds } from '../../../scoring/weighting/calibrate-weights.ts';
import { checkMargins } from '../../../scoring/weighting/check-margins.ts';
import { designWeights, type DesignWeights } from '../../../scoring/weighting/design-weights.ts';
import type { Margin } from '../../../scoring/weighting/margin.ts';
import type { AddedColumn } from '../../exports/copy-csv.ts';
import { readColumns, type FileColumns } from '../../imports/read-columns.ts';
import { buildMargins, variablesOf } from './build-margins.ts';
import { keptRows } from './kept-rows.ts';
import { readFrame } from './read-frame.ts';
import { readMargins } from './read-margins.ts';
import { weightReport, type WeightReport } from './weight-report.ts';

export interface WeighRequest {
  readonly input: string;
  readonly weight?: string;
  readonly margins?: string;
  readonly frame?: string;
  readonly frameBy?: string;
  readonly frameCount?: string;
  readonly proportions?: boolean;
  readonly leaveOutMissing?: boolean;
  readonly trim?: TrimBounds;
  readonly maximumIterations: number;
}

export interface WeighedFile {
  readonly report: WeightReport;
  /** Columns to add to the file. */
  readonly added: readonly AddedColumn[];
  /** Rows of the file. */
  readonly size: number;
  /** Rows that are weighted; what follows runs over these. */
  readonly rows: Uint32Array;
  readonly weights: Float64Array;
  readonly baseWeights: Float64Array;
  readonly margins: readonly Margin[];
  /** Per row of the file: stratum of the frame, and clients in it; null without a frame. */
  readonly frameDesign: FrameDesign | null;
}

export interface FrameDesign {
  readonly strata: Uint32Array;
  readonly names: readonly string[];
  readonly fpc: Float64Array;
}

/**
 * Weighs the respondents of a file: by the frame, or by the weights it has, and on to the margins. Throws
 * what `readColumns` throws, `BAD_MARGINS`, `BAD_WEIGHT` and `BAD_DESIGN`.
 */
export async function weighFile(request: WeighRequest, codebook: Codebook | null): Promise<WeighedFile> {
  const { input, weight, margins: marginsPath, proportions = false, leaveOutMissing = false } = request;
  const tables = marginsPath === undefined ? [] : await readMargins(marginsPath);
  const variables = variablesOf(tables);
  const columns = await readColumns({
    path: input,
    codebook,
    coded: variables,
    ...(weight === undefined ? {} : { weight }),
    ...(request.frameBy === undefined ? {} : { keys: [request.frameBy] }),
  });
  const frame = await frameWeights(request, columns);
  const { rows, excluded } = keptRows({
    size: columns.size,
    weights: columns.weights,
    weightName: weight ?? '',
    variables,
    coded: (name) => columns.coded(name),
    leaveOutMissing,
  });
  const given = columns.weights ?? frame?.weights;
  const start = Float64Array.from(rows, (row) => given?.[row] ?? 1);
  checkSpread(start);
  const counted = buildMargins(tables, (name) => columns.coded(name), rows);
  checkMargins(counted, proportions);
  const margins = proportions
    ? asProportions(
        counted,
        start.reduce((sum, one) => sum + one, 0),
      )
    : counted;
  const calibration = calibrateWeights({
    weights: start,
    margins,
    maximumIterations: request.maximumIterations,
    ...(request.trim === undefined ? {} : { trim: request.trim }),
  });
  const { weights, baseWeights } = calibration;
  const ofFile = new Float64Array(columns.size).fill(Number.NaN);
  rows.forEach((row, at) => {
    ofFile[row] = weights[at] as number;
  });
  const isCalibrated = margins.length > 0 || request.trim !== undefined;
  return {
    report: weightReport({ calibration, start, margins, excluded, frame, size: columns.size }),
    added: [
      ...(frame === null
        ? []
        : [
            { name: 'designWeight', values: frame.weights },
            { name: 'frameCount', values: frame.frameCounts },
          ]),
      ...(isCalibrated ? [{ name: 'rakedWeight', values: ofFile }] : []),
    ],
    size: columns.size,
    rows,
    weights,
    baseWeights,
    margins,
    frameDesign: frame === null ? null : frame.design,
  };
}

async function frameWeights(
  request: WeighRequest,
  columns: FileColumns,
): Promise<(DesignWeights & { readonly design: FrameDesign }) | null> {
  const { frame, frameBy, frameCount, weight, margins } = request;
  if (frame === undefined) {
    if (frameBy !== undefined || frameCount !== undefined)
      throw invalid('--frame-by and --frame-count say how to read --frame, but there is no --frame.');
    if (margins === undefined && request.trim === undefined)
      throw invalid('Expected --margins, --frame, or both: there is nothing to weigh by.');
    return null;
  }
  if (frameBy === undefined || frameCount === undefined)
    throw invalid(
      'Expected --frame-by and --frame-count, the columns of the frame with its strata and their clients.',
    );
  if (weight !== undefined)
    throw invalid('Expected either --weight or --frame to begin with, but both were given.');
  const strata = columns.keys(frameBy);
  const found = designWeights(strata.indices, strata.names, await readFrame(frame, frameBy, frameCount));
  return { ...found, design: { strata: strata.indices, names: strata.names, fpc: found.frameCounts } };
}

/** Largest over smallest weight that is believed; beyond it the small ones drown in rounding. */
const WIDEST_SPREAD = 1e12;

function checkSpread(weights: Float64Array): void {
  let smallest = Infinity;
  let largest = 0;
  for (const weight of weights) {
    smallest = Math.min(smallest, weight);
    largest = Math.max(largest, weight);
  }
  if (largest <= WIDEST_SPREAD * smallest) return;
  throw new WaymarkError(
    'BAD_WEIGHT',
    `Weights run from ${smallest} to ${largest}: expected the largest to be at most 10^12 times the smallest.`,
    'Correct the smallest weights, or leave them blank so that these respondents get none.',
  );
}

const invalid = (message: string): WaymarkError =>
  new WaymarkError('INVALID_REQUEST', message, 'See waymark weight --help.');
