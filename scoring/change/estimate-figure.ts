import { countDomain } from '../design/count-domain.ts';
import type { CellTotals } from '../design/cell-totals.ts';
import { noVariance } from '../design/no-variance.ts';
import { tInterval } from '../design/t-interval.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { isCensus } from '../design/is-census.ts';
import { NO_FREEDOM } from '../statistics/proportion-interval.ts';
import { logitInterval } from '../statistics/logit-interval.ts';
import { tQuantile } from '../statistics/t-quantile.ts';
import { tUpperTail } from '../statistics/t-upper-tail.ts';
import type { Interval } from '../statistics/wilson-interval.ts';

/** A share, 0–1, with its uncertainty. */
export interface ShareFigure {
  readonly share: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly reason?: string;
}

/** A difference of shares, and the test that it is 0. */
export interface DifferenceFigure {
  readonly difference: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** t = difference / standard error. */
  readonly statistic: number | null;
  readonly pValue: number | null;
  readonly reason?: string;
}

/** Cell totals of a design, and the level of intervals. */
export interface FigureBase {
  readonly design: SurveyDesign;
  /** Cell of each row; `0xffffffff`: none. */
  readonly cellOf: Uint32Array;
  readonly totals: CellTotals;
  readonly confidence: number;
}

/** Cells that shares are of: a domain, with its PSUs and degrees of freedom. */
export interface ShareBase {
  readonly cells: readonly number[];
  readonly psus: number;
  readonly degreesOfFreedom: number;
}

/** The domain of the respondents in some cells. */
export function shareBase({ design, cellOf, totals }: FigureBase, cells: readonly number[]): ShareBase {
  const isIn = new Uint8Array(totals.cellCount);
  for (const cell of cells) isIn[cell] = 1;
  const inDomain = new Uint8Array(cellOf.length);
  for (let row = 0; row < cellOf.length; row += 1) inDomain[row] = isIn[cellOf[row]!] ?? 0;
  const { psus, strata } = countDomain(design, inDomain);
  return { cells, psus, degreesOfFreedom: psus - strata };
}

/** Below this a variance is rounding. */
const ROUNDING = 1e-26;

/**
 * The share of the base that lies in the cells `part` (a subset of it), with a logit interval, as R's
 * `svyciprop` on `subset(design, base)`. At 0 and 1 there is no standard error and no interval.
 */
export function shareFigure(
  { design, totals, confidence }: FigureBase,
  part: readonly number[],
  of: ShareBase,
): ShareFigure {
  const base = sum(totals.sumWeights, of.cells);
  if (!(base > 0)) return { share: null, ...NONE, reason: 'Nobody is in the base.' };
  const inPart = sum(totals.sumWeights, part);
  const share = inPart === 0 ? 0 : Math.min(1, inPart / base);
  const reason = noVariance(of.psus) ?? totals.reason;
  if (reason !== null) return { share, ...NONE, reason };
  const gradient = shareGradient(totals, part, of.cells);
  const variance = totals.variance(gradient);
  if (isCensus(design)) return { share, standardError: 0, interval: [share, share] };
  if (!(variance > ROUNDING) || share === 0 || share === 1)
    return { share, ...NONE, reason: 'The base shows no variance: nobody or everybody is there.' };
  const standardError = Math.sqrt(variance);
  if (of.degreesOfFreedom < 1) return { share, standardError, interval: null, reason: NO_FREEDOM };
  return {
    share,
    standardError,
    interval: logitInterval(share, standardError, tQuantile((1 + confidence) / 2, of.degreesOfFreedom)),
  };
}

/** Gradient of a share by the cell totals. */
export function shareGradient(
  totals: CellTotals,
  part: readonly number[],
  of: readonly number[],
): Float64Array {
  const gradient = new Float64Array(totals.cellCount);
  const base = sum(totals.sumWeights, of);
  if (!(base > 0)) return gradient;
  const share = sum(totals.sumWeights, part) / base;
  for (const cell of of) gradient[cell] = -share / base;
  for (const cell of part) gradient[cell] = gradient[cell]! + 1 / base;
  return gradient;
}

/** A difference with the given gradient by the cell totals: its standard error, t interval and t test. */
export function differenceFigure(
  { design, totals, confidence }: FigureBase,
  difference: number,
  gradient: Float64Array,
): DifferenceFigure {
  const reason = noVariance(totals.psus) ?? totals.reason;
  const without = { difference, ...NONE, statistic: null, pValue: null };
  if (reason !== null) return { ...without, reason };
  if (isCensus(design))
    return { ...without, reason: 'Everybody is in the sample: nothing is left to chance.' };
  const variance = totals.variance(gradient);
  if (!(variance > ROUNDING)) return { ...without, reason: 'The difference shows no variance.' };
  const standardError = Math.sqrt(variance);
  const statistic = difference / standardError;
  return {
    difference,
    ...tInterval(difference, standardError, totals.degreesOfFreedom, confidence),
    statistic: totals.degreesOfFreedom < 1 ? null : statistic,
    pValue:
      totals.degreesOfFreedom < 1
        ? null
        : Math.min(1, 2 * tUpperTail(Math.abs(statistic), totals.degreesOfFreedom)),
  };
}

const NONE = { standardError: null, interval: null } as const;

const sum = (values: Float64Array, cells: readonly number[]): number =>
  cells.reduce((total, cell) => total + values[cell]!, 0);
