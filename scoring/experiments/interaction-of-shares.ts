import { Matrix, solve } from 'ml-matrix';
import { chiSquaredUpperTail } from '../statistics/chi-squared-upper-tail.ts';
import { adjustableCells, type CellSums, type UsedCell } from './adjustable-cells.ts';
import { mainEffectRows } from './main-effect-rows.ts';
import { noInteraction, type Interaction } from './interaction.ts';

const MAXIMUM_ITERATIONS = 100;
/** Fitted shares nearer to 0 or 1 than this mean that the fit has no finite best coefficients. */
const AT_THE_EDGE = 1e-7;
const METHOD =
  'likelihood-ratio test of logistic regressions, arm × segment against arm + segment (treatment-by-segment interaction on the odds)';

/**
 * Does the effect of the arms differ between segments? Twice the difference of log-likelihoods of two
 * logistic regressions, with and without arm × segment, as R's `anova(glm(y ~ arm + segment, binomial),
 * glm(y ~ arm * segment, binomial), test = "LRT")`. The larger model fits each cell exactly; the smaller is
 * fitted by Newton's method.
 *
 * An arm or segment where nobody or everybody has the outcome says nothing about it and is left out, with
 * its degrees of freedom; so are empty cells.
 *
 * @param cells respondents and successes, arm by arm: cell (arm, segment) at arm × segments + segment
 */
export function interactionOfShares(
  cells: CellSums,
  arms: readonly string[],
  segments: readonly string[],
): Interaction {
  const { used, degreesOfFreedom, reasons } = adjustableCells(cells, arms, segments, true);
  if (degreesOfFreedom === 0)
    return noInteraction(
      METHOD,
      [...reasons, 'Fewer than two arms and two segments remain to compare.'].join(' '),
    );
  let saturated = 0;
  for (const { n, sum } of used) saturated += logLikelihood(n, sum, Math.log(sum / (n - sum)));
  const reduced = fitMainEffects(used);
  if (reduced.atTheEdge)
    reasons.push(
      'In some cells nobody or everybody has the outcome, so that the smaller model has no finite best fit: read the p-value as a rough one.',
    );
  const statistic = Math.max(0, 2 * (saturated - reduced.logLikelihood));
  return {
    statistic,
    degreesOfFreedom,
    denominatorDegreesOfFreedom: null,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
    method: METHOD,
    ...(reasons.length === 0 ? {} : { reason: reasons.join(' ') }),
  };
}

/** y log p + (n − y) log(1 − p) with p from its log-odds; exact also where the odds are infinite. */
function logLikelihood(n: number, successes: number, logOdds: number): number {
  const yes = successes === 0 ? 0 : -successes * Math.log1p(Math.exp(-logOdds));
  const no = successes === n ? 0 : -(n - successes) * Math.log1p(Math.exp(logOdds));
  return yes + no;
}

/** Newton's method with halved steps, on log-odds = intercept + arm + segment. */
function fitMainEffects(used: readonly UsedCell[]): { logLikelihood: number; atTheEdge: boolean } {
  const rows = mainEffectRows(used);
  const width = rows[0]!.length;
  const logOddsOf = (coefficients: readonly number[]): number[] =>
    rows.map((row) => row.reduce((sum, x, place) => sum + x * coefficients[place]!, 0));
  const total = (logOdds: readonly number[]): number =>
    used.reduce((sum, { n, sum: successes }, place) => sum + logLikelihood(n, successes, logOdds[place]!), 0);

  let coefficients = new Array<number>(width).fill(0);
  let logOdds = logOddsOf(coefficients);
  let best = total(logOdds);
  for (let iteration = 0; iteration < MAXIMUM_ITERATIONS; iteration += 1) {
    const gradient = Matrix.zeros(width, 1);
    const information = Matrix.zeros(width, width);
    used.forEach(({ n, sum }, place) => {
      const p = 1 / (1 + Math.exp(-logOdds[place]!));
      const row = rows[place]!;
      for (let i = 0; i < width; i += 1) {
        gradient.set(i, 0, gradient.get(i, 0) + row[i]! * (sum - n * p));
        for (let j = 0; j < width; j += 1)
          information.set(i, j, information.get(i, j) + row[i]! * row[j]! * n * p * (1 - p));
      }
    });
    const step = solve(information, gradient, true).to1DArray();
    let scale = 1;
    let next = best;
    let moved = coefficients;
    for (let halving = 0; halving < 30; halving += 1) {
      const tried = coefficients.map((value, place) => value + scale * step[place]!);
      const triedOdds = logOddsOf(tried);
      next = total(triedOdds);
      if (next >= best) {
        moved = tried;
        logOdds = triedOdds;
        break;
      }
      scale /= 2;
    }
    const gained = next - best;
    if (!(gained > 1e-13 * Math.max(1, Math.abs(best)))) break;
    coefficients = moved;
    best = next;
  }
  const atTheEdge = logOdds.some((value) => 1 / (1 + Math.exp(Math.abs(value))) < AT_THE_EDGE);
  return { logLikelihood: best, atTheEdge };
}
