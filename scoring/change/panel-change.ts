import { cellTotals } from '../design/cell-totals.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { bowker, type ChiSquaredTest } from './bowker.ts';
import {
  differenceFigure,
  shareBase,
  shareFigure,
  type DifferenceFigure,
  type FigureBase,
  type ShareFigure,
} from './estimate-figure.ts';
import { kappaFigure, type KappaFigure } from './kappa-figure.ts';
import { mcnemar, type McNemarTest } from './mcnemar.ts';
import { netChange, type StateChange } from './net-change.ts';
import { stuartMaxwell } from './stuart-maxwell.ts';
import { testGradients } from './test-gradients.ts';
import { transitionTable, type TransitionTable } from './transition-table.ts';
import type { WaldTest } from './wald-test.ts';

/** How the members of a panel moved between two waves. */
export interface PanelChange {
  /** Members with a state in both waves and a weight. */
  readonly members: number;
  readonly weighted: number;
  readonly table: TransitionTable;
  /** Tests of counts; with weights or a design their p-values are null, and `designBased` holds. */
  readonly stuartMaxwell: ChiSquaredTest;
  readonly bowker: ChiSquaredTest;
  /** For two states. */
  readonly mcnemar: McNemarTest | null;
  readonly designBased: {
    /** Are the states as common in both waves? */
    readonly marginalHomogeneity: WaldTest;
    /** Do as many move each way between each two states? */
    readonly symmetry: WaldTest;
  };
  readonly kappa: number | null;
  /** With quadratic weights: being two states apart counts four times. */
  readonly weightedKappa: number | null;
  readonly agreement: { readonly kappa: KappaFigure; readonly weightedKappa: KappaFigure };
  readonly netChange: readonly StateChange[];
  readonly grossChange: {
    readonly up: ShareFigure;
    readonly down: ShareFigure;
    readonly same: ShareFigure;
    readonly changed: ShareFigure;
    /** Share up minus share down. */
    readonly upMinusDown: DifferenceFigure;
  };
}

const WHY_PLAIN_IS_NULL =
  'The statistic counts respondents alike. With weights, strata or PSUs its p-value would be wrong: see designBased.';

/**
 * Change of panel members.
 *
 * @param cells of each row of the design: from × states + to, `0xffffffff` for who is no member
 * @param states names in order, so that "up" is towards the end
 */
export function panelChange(
  design: SurveyDesign,
  cells: Uint32Array,
  states: readonly string[],
  confidence: number,
): PanelChange {
  const size = states.length;
  const totals = cellTotals(design, cells, size * size);
  const base: FigureBase = { design, cellOf: cells, totals, confidence };
  const places = [...states.keys()];
  const all = [...totals.n.keys()];
  const members = shareBase(base, all);
  const isPlain = design.isSimple && !design.isWeighted;
  const plain = <T extends ChiSquaredTest>(test: T): T =>
    isPlain || test.statistic === null ? test : { ...test, pValue: null, reason: WHY_PLAIN_IS_NULL };
  const net = netChange(
    base,
    states,
    { all: members, byState: places.map((state) => all.filter((cell) => Math.floor(cell / size) === state)) },
    { all: members, byState: places.map((state) => all.filter((cell) => cell % size === state)) },
  );
  const moved = (test: (from: number, to: number) => boolean): number[] =>
    all.filter((cell) => test(Math.floor(cell / size), cell % size));
  const up = moved((from, to) => to > from);
  const down = moved((from, to) => to < from);
  const upShare = shareFigure(base, up, members);
  const downShare = shareFigure(base, down, members);
  const kappa = kappaFigure(base, size, 'none');
  const weightedKappa = kappaFigure(base, size, 'quadratic');
  const exact = mcnemar(totals.n[1] ?? 0, totals.n[2] ?? 0);
  return {
    members: totals.n.reduce((sum, n) => sum + n, 0),
    weighted: totals.sumWeights.reduce((sum, weight) => sum + weight, 0),
    table: transitionTable(base, states),
    stuartMaxwell: plain(stuartMaxwell(totals.n, size)),
    bowker: plain(bowker(totals.n, size)),
    mcnemar: size === 2 ? plain(isPlain ? exact : { ...exact, exactPValue: null }) : null,
    designBased: { marginalHomogeneity: net.test, symmetry: symmetry(base, size) },
    kappa: kappa.value,
    weightedKappa: weightedKappa.value,
    agreement: { kappa, weightedKappa },
    netChange: net.states,
    grossChange: {
      up: upShare,
      down: downShare,
      same: shareFigure(
        base,
        moved((from, to) => from === to),
        members,
      ),
      changed: shareFigure(
        base,
        moved((from, to) => from !== to),
        members,
      ),
      upMinusDown: upMinusDown(base, up, down, (upShare.share ?? 0) - (downShare.share ?? 0)),
    },
  };
}

function upMinusDown(
  base: FigureBase,
  up: readonly number[],
  down: readonly number[],
  difference: number,
): DifferenceFigure {
  const { sumWeights, cellCount } = base.totals;
  const total = sumWeights.reduce((sum, weight) => sum + weight, 0);
  const gradient = new Float64Array(cellCount).fill(total > 0 ? -difference / total : 0);
  for (const cell of up) gradient[cell] = gradient[cell]! + 1 / total;
  for (const cell of down) gradient[cell] = gradient[cell]! - 1 / total;
  return differenceFigure(base, difference, gradient);
}

/** Wald test of the differences of shares there and back, over the pairs of states with movement. */
function symmetry({ totals }: FigureBase, size: number): WaldTest {
  const total = totals.sumWeights.reduce((sum, weight) => sum + weight, 0);
  const values: number[] = [];
  const gradients: Float64Array[] = [];
  for (let row = 0; row < size; row += 1)
    for (let column = row + 1; column < size; column += 1) {
      const there = row * size + column;
      const back = column * size + row;
      if (totals.n[there]! + totals.n[back]! === 0) continue;
      const value = (totals.sumWeights[there]! - totals.sumWeights[back]!) / total;
      const gradient = new Float64Array(totals.cellCount).fill(-value / total);
      gradient[there] = gradient[there]! + 1 / total;
      gradient[back] = gradient[back]! - 1 / total;
      values.push(value);
      gradients.push(gradient);
    }
  if (values.length === 0)
    return {
      statistic: null,
      numeratorDegreesOfFreedom: null,
      denominatorDegreesOfFreedom: null,
      pValue: null,
      reason: 'Nobody changed state.',
    };
  return testGradients(totals, values, gradients);
}
