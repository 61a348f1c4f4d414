import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { chiSquaredUpperTail } from '../statistics/chi-squared-upper-tail.ts';
import { margins } from '../statistics/margins.ts';
import { noChiSquaredTest, type ChiSquaredTest } from './bowker.ts';

/** Below this share of the largest eigenvalue, a direction counts as empty. */
const FLAT = 1e-10;

/**
 * Stuart–Maxwell test of marginal homogeneity: are the states as common in the second wave as in the
 * first? d'V⁺d of the net changes d, V their covariance if nothing changed. States that occur in neither
 * wave, and groups of states between which nobody moves, take degrees of freedom with them: V's
 * generalised inverse sees to that. Source: Stuart 1955, Maxwell 1970; as `SquareTable.homogeneity` of
 * statsmodels (method "stuart_maxwell").
 *
 * @param counts square table of people, row-major, from rows to columns
 */
export function stuartMaxwell(counts: Float64Array, size: number): ChiSquaredTest {
  const { rows, columns } = margins(counts, size, size);
  const net = Array.from(rows, (count, state) => columns[state]! - count);
  const covariance = Matrix.zeros(size, size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      covariance.set(
        row,
        column,
        row === column
          ? rows[row]! + columns[row]! - 2 * counts[row * size + row]!
          : -(counts[row * size + column]! + counts[column * size + row]!),
      );
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  });
  const largest = Math.max(...realEigenvalues);
  if (!(largest > 0)) return noChiSquaredTest('Nobody changed state.');
  let statistic = 0;
  let degreesOfFreedom = 0;
  realEigenvalues.forEach((eigenvalue, place) => {
    if (eigenvalue <= FLAT * largest) return;
    const projected = net.reduce((sum, value, row) => sum + value * eigenvectorMatrix.get(row, place), 0);
    statistic += projected ** 2 / eigenvalue;
    degreesOfFreedom += 1;
  });
  const unused = Array.from(rows).filter((count, state) => count + columns[state]! === 0).length;
  return {
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
    ...(degreesOfFreedom === size - 1
      ? {}
      : {
          reason:
            unused > 0
              ? `${unused} of the states occur in neither wave; they take their degrees of freedom with them.`
              : 'Between some states nobody moved; they take degrees of freedom with them.',
        }),
  };
}
