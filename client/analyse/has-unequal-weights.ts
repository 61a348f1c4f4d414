import type { Crosstab } from '../../contracts/table.ts';

/** Whether weighting costs anything: with equal weights the effective base is the number of respondents. */
export const hasUnequalWeights = (base: Crosstab['base']): boolean =>
  base.unweighted - base.effective > 0.001 * base.unweighted;
