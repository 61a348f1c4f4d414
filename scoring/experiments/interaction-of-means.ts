import { Matrix, solve } from 'ml-matrix';
import { fUpperTail } from '../statistics/f-upper-tail.ts';
import { adjustableCells, type CellSums } from './adjustable-cells.ts';
import { noInteraction, type Interaction } from './interaction.ts';
import { mainEffectRows } from './main-effect-rows.ts';

const METHOD =
  'F test of linear models, arm × segment against arm + segment (treatment-by-segment interaction on the means, equal variances)';

/**
 * Does the effect of the arms on a mean differ between segments? F test of two linear models, as R's
 * `anova(lm(y ~ arm + segment), lm(y ~ arm * segment))`. Cells without respondents are left out, with
 * their degrees of freedom.
 *
 * @param cells respondents and sums per cell (arm, segment) at arm × segments + segment
 * @param within sum of squared deviations from the mean of the own cell, over all cells
 */
export function interactionOfMeans(
  cells: CellSums,
  within: number,
  arms: readonly string[],
  segments: readonly string[],
): Interaction {
  const { used, degreesOfFreedom, reasons } = adjustableCells(cells, arms, segments, false);
  const rest = used.reduce((sum, { n }) => sum + n, 0) - used.length;
  if (degreesOfFreedom === 0)
    return noInteraction(
      METHOD,
      [...reasons, 'Fewer than two arms and two segments remain to compare.'].join(' '),
    );
  if (!(rest > 0 && within > 0))
    return noInteraction(METHOD, [...reasons, 'The outcome does not vary within the cells.'].join(' '));

  const rows = mainEffectRows(used);
  const width = rows[0]!.length;
  const left = Matrix.zeros(width, width);
  const right = Matrix.zeros(width, 1);
  used.forEach(({ n, sum }, place) => {
    const row = rows[place]!;
    for (let i = 0; i < width; i += 1) {
      right.set(i, 0, right.get(i, 0) + row[i]! * sum);
      for (let j = 0; j < width; j += 1) left.set(i, j, left.get(i, j) + n * row[i]! * row[j]!);
    }
  });
  const coefficients = solve(left, right, true).to1DArray();
  const between = used.reduce((total, { n, sum }, place) => {
    const fitted = rows[place]!.reduce((value, x, at) => value + x * coefficients[at]!, 0);
    return total + n * (sum / n - fitted) ** 2;
  }, 0);
  const statistic = between / degreesOfFreedom / (within / rest);
  return {
    statistic,
    degreesOfFreedom,
    denominatorDegreesOfFreedom: rest,
    pValue: fUpperTail(statistic, degreesOfFreedom, rest),
    method: METHOD,
    ...(reasons.length === 0 ? {} : { reason: reasons.join(' ') }),
  };
}
