import { adjustPValues } from '../statistics/adjust-p-values.ts';
import {
  differenceFigure,
  shareFigure,
  shareGradient,
  type DifferenceFigure,
  type FigureBase,
  type ShareBase,
  type ShareFigure,
} from './estimate-figure.ts';
import { testGradients } from './test-gradients.ts';
import type { WaldTest } from './wald-test.ts';

/** How common a state was in each wave, 0–1, and how that changed. */
export interface StateChange extends DifferenceFigure {
  readonly state: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly fromFigure: ShareFigure;
  readonly toFigure: ShareFigure;
  /** Respondents in the state in each wave, and weighted. */
  readonly fromCount: number;
  readonly toCount: number;
  readonly fromWeighted: number;
  readonly toWeighted: number;
  /** Adjusted over the states (Holm). */
  readonly pHolm: number | null;
}

/** The cells of a table that are in a wave, and per state those in the state. */
export interface WaveCells {
  readonly all: ShareBase;
  readonly byState: readonly (readonly number[])[];
}

/** Change in the share of each state between two waves, and the test of all of them together. */
export function netChange(
  base: FigureBase,
  states: readonly string[],
  from: WaveCells,
  to: WaveCells,
): { readonly states: readonly StateChange[]; readonly test: WaldTest } {
  const { totals } = base;
  const add = (values: Float64Array, cells: readonly number[]): number =>
    cells.reduce((sum, cell) => sum + values[cell]!, 0);
  const gradients: Float64Array[] = [];
  const found = states.map((state, place) => {
    const before = from.byState[place]!;
    const after = to.byState[place]!;
    const fromFigure = shareFigure(base, before, from.all);
    const toFigure = shareFigure(base, after, to.all);
    const minus = shareGradient(totals, before, from.all.cells);
    const gradient = shareGradient(totals, after, to.all.cells).map((value, cell) => value - minus[cell]!);
    gradients.push(gradient);
    const change: DifferenceFigure =
      fromFigure.share === null || toFigure.share === null
        ? {
            difference: null,
            standardError: null,
            interval: null,
            statistic: null,
            pValue: null,
            reason: 'Nobody is in one of the waves.',
          }
        : differenceFigure(base, toFigure.share - fromFigure.share, gradient);
    return {
      state,
      from: fromFigure.share,
      to: toFigure.share,
      ...change,
      fromCount: add(totals.n, before),
      toCount: add(totals.n, after),
      fromWeighted: add(totals.sumWeights, before),
      toWeighted: add(totals.sumWeights, after),
      fromFigure,
      toFigure,
    };
  });
  const known = found.flatMap(({ pValue }) => (pValue === null ? [] : [pValue]));
  const adjusted = adjustPValues(known, 'holm').values();
  return {
    states: found.map((one) => ({
      ...one,
      pHolm: one.pValue === null ? null : (adjusted.next().value ?? null),
    })),
    test: testGradients(
      totals,
      found.map(({ difference }) => difference ?? 0),
      gradients,
    ),
  };
}
