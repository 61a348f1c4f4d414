import { cellTotals } from '../design/cell-totals.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { shareBase } from './estimate-figure.ts';
import { netChange, type StateChange, type WaveCells } from './net-change.ts';
import type { WaldTest } from './wald-test.ts';

/** Change in shares between all respondents of one wave and all of the other. */
export interface CrossSection {
  readonly from: { readonly n: number; readonly weighted: number };
  readonly to: { readonly n: number; readonly weighted: number };
  readonly states: readonly StateChange[];
  /** Are the states as common in both waves? Adjusted Wald F. */
  readonly test: WaldTest;
}

/**
 * Compares two waves as cross-sections. Who, or which PSU, is in both waves is one unit of the design, so
 * that the covariance between the waves is in every standard error.
 *
 * @param design of the rows of both waves, one after the other
 * @param cells of each row: state, plus the number of states in the second wave; `0xffffffff`: none
 */
export function compareWaves(
  design: SurveyDesign,
  cells: Uint32Array,
  states: readonly string[],
  confidence: number,
): CrossSection {
  const size = states.length;
  const totals = cellTotals(design, cells, 2 * size);
  const places = [...states.keys()];
  const figures = { design, cellOf: cells, totals, confidence };
  const wave = (start: number) => ({
    all: shareBase(
      figures,
      places.map((state) => start + state),
    ),
    byState: places.map((state) => [start + state]),
  });
  const [from, to] = [wave(0), wave(size)];
  const add = (values: Float64Array, own: readonly number[]): number =>
    own.reduce((sum, cell) => sum + values[cell]!, 0);
  const base = ({ all }: WaveCells) => ({
    n: add(totals.n, all.cells),
    weighted: add(totals.sumWeights, all.cells),
  });
  return {
    from: base(from),
    to: base(to),
    ...netChange(figures, states, from, to),
  };
}
