import { cellTotals, type CellTotals } from '../design/cell-totals.ts';
import type { SurveyDesign } from '../design/survey-design.ts';

/** Eligible or not, reachable or not: where a client leaves the funnel before adoption. */
export const NOT_ELIGIBLE = 0;
export const NOT_REACHABLE = 1;
export const REACHABLE = 2;
export const EXITS = 3;
const OUTSIDE = 0xffffffff;

/** Respondents by branch, segment and exit from the funnel, as shares of their branch. */
export interface BranchShares {
  readonly branchCount: number;
  readonly segmentCount: number;
  readonly totals: CellTotals;
  /** Σ weight per branch; 0 where there are no interviews. */
  readonly branchWeights: Float64Array;
  /** Share of its branch per cell (branch × segment × exit). */
  readonly shares: Float64Array;
  /** Cells that occur, branch by branch. */
  readonly occupied: readonly (readonly number[])[];
  /** Clients of the frame per branch. */
  readonly clients: Float64Array;
}

export interface CellColumns {
  readonly design: SurveyDesign;
  /** Per row: branch and segment (0xffff: none), and `NOT_ELIGIBLE`, `NOT_REACHABLE`, `REACHABLE`, or 255: not known. */
  readonly branch: Uint16Array;
  readonly segment: Uint16Array;
  readonly exit: Uint8Array;
}

/** Counts rows into cells of branch × segment × exit; rows without one of the three are in none. */
export function branchShares(
  { design, branch, segment, exit }: CellColumns,
  clients: Float64Array,
  segmentCount: number,
): BranchShares {
  const branchCount = clients.length;
  const width = segmentCount * EXITS;
  const cell = new Uint32Array(design.size).fill(OUTSIDE);
  for (let row = 0; row < design.size; row += 1) {
    if (branch[row]! >= branchCount || segment[row]! >= segmentCount || exit[row]! >= EXITS) continue;
    cell[row] = (branch[row]! * segmentCount + segment[row]!) * EXITS + exit[row]!;
  }
  const totals = cellTotals(design, cell, branchCount * width);
  const branchWeights = new Float64Array(branchCount);
  totals.sumWeights.forEach((sum, at) => {
    const place = Math.floor(at / width);
    branchWeights[place] = branchWeights[place]! + sum;
  });
  const shares = totals.sumWeights.map((sum, at) =>
    sum > 0 ? sum / branchWeights[Math.floor(at / width)]! : 0,
  );
  const occupied = Array.from({ length: branchCount }, (_, place) =>
    Array.from({ length: width }, (__, offset) => place * width + offset).filter(
      (at) => totals.sumWeights[at]! > 0,
    ),
  );
  return { branchCount, segmentCount, totals, branchWeights, shares, occupied, clients };
}

/** A figure that adds up over clients: what one client of a segment counts, who leaves the funnel at an exit. */
export type CountOf = (segment: number, exit: number) => number;

/**
 * Σ over `branches` of clients × mean of `countOf`, and its variance by Taylor linearisation with the
 * numbers of clients known: the post-stratified total, as `svytotal` after `postStratify` in R's survey.
 */
export function clientTotal(
  { shares, branchWeights, clients, segmentCount, totals, occupied }: BranchShares,
  branches: readonly number[],
  countOf: CountOf,
): { readonly total: number; readonly variance: number } {
  const gradient = new Float64Array(shares.length);
  let total = 0;
  for (const place of branches) {
    const counts = occupied[place]!.map((at) => {
      const offset = at - place * segmentCount * EXITS;
      return countOf(Math.floor(offset / EXITS), offset % EXITS);
    });
    const mean = occupied[place]!.reduce((sum, at, index) => sum + shares[at]! * counts[index]!, 0);
    total += clients[place]! * mean;
    occupied[place]!.forEach((at, index) => {
      gradient[at] = (clients[place]! / branchWeights[place]!) * (counts[index]! - mean);
    });
  }
  return { total, variance: Math.max(0, totals.variance(gradient)) };
}
