import { EigenvalueDecomposition, Matrix, solve } from 'ml-matrix';

export interface OneFactor {
  /** Loading per item; the sum of all is not negative. */
  readonly loadings: Float64Array;
  /** Share of each item's variance that the factor leaves, 0.005–1. */
  readonly uniquenesses: Float64Array;
  /** Whether a uniqueness lies at its lower bound: a Heywood case, to be read with care. */
  readonly isAtBound: boolean;
  readonly iterations: number;
}

/** Bounds of the uniquenesses, as R's `factanal`. */
const LOWEST = 0.005;
const HIGHEST = 1;
const MOST_ITERATIONS = 1000;
const STILL = 1e-10;
const SMALLEST_EIGENVALUE = 1e-10;

/**
 * Maximum-likelihood fit of one common factor to correlations (k × k, row-major, k ≥ 3). As R's
 * `factanal(factors = 1)`: minimises Σ(e − ln e − 1) over all but the largest eigenvalue e of
 * Ψ^-½ R Ψ^-½ (Jöreskog 1967), here over ln ψ by damped scoring steps within the bounds.
 *
 * @returns a reason where the correlations are singular or the fit does not settle
 */
export function oneFactor(correlation: Float64Array, size: number): OneFactor | { readonly reason: string } {
  if (size < 3) return { reason: 'One factor cannot be told from fewer than three items.' };
  const r = Matrix.from1DArray(size, size, correlation);
  const { realEigenvalues } = new EigenvalueDecomposition(r, { assumeSymmetric: true });
  if (!(Math.min(...realEigenvalues) > SMALLEST_EIGENVALUE))
    return { reason: 'The items determine each other: one is a sum of others, or the same as another.' };
  const start = solve(r, Matrix.eye(size)).diagonal();
  let psi = Float64Array.from(start, (value) => clamp((1 - 0.5 / size) / value));
  let fit = fitAt(correlation, psi);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const free = freeItems(psi, fit.gradient);
    const largest = free.reduce((worst, item) => Math.max(worst, Math.abs(fit.gradient[item]!)), 0);
    if (largest < STILL) return result(psi, fit, iteration);
    const step = scoringStep(fit, free);
    let length = 1;
    let next = stepFrom(psi, free, step, length);
    let nextFit = fitAt(correlation, next);
    while (nextFit.misfit > fit.misfit + 1e-13 && length > 1e-8) {
      length /= 2;
      next = stepFrom(psi, free, step, length);
      nextFit = fitAt(correlation, next);
    }
    psi = next;
    fit = nextFit;
  }
  return { reason: `The fit of one factor did not settle within ${MOST_ITERATIONS} iterations.` };
}

interface Fit {
  readonly misfit: number;
  /** By ln ψ. */
  readonly gradient: Float64Array;
  /** Eigenvector of the largest eigenvalue, and how far that is above 1. */
  readonly vector: Float64Array;
  readonly excess: number;
}

function fitAt(correlation: Float64Array, psi: Float64Array): Fit {
  const size = psi.length;
  const scaled = new Matrix(size, size);
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < size; b += 1)
      scaled.set(a, b, correlation[a * size + b]! / Math.sqrt(psi[a]! * psi[b]!));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(scaled, {
    assumeSymmetric: true,
  });
  const top = realEigenvalues.indexOf(Math.max(...realEigenvalues));
  const excess = Math.max(0, realEigenvalues[top]! - 1);
  const vector = Float64Array.from(eigenvectorMatrix.getColumn(top));
  const misfit = realEigenvalues.reduce(
    (sum, value, place) => (place === top ? sum : sum + value - Math.log(value) - 1),
    0,
  );
  return {
    misfit,
    vector,
    excess,
    gradient: psi.map((unique, item) => vector[item]! ** 2 * excess + 1 - 1 / unique),
  };
}

const clamp = (psi: number): number => Math.min(HIGHEST, Math.max(LOWEST, psi));

/** Items whose uniqueness is not held at a bound by the gradient. */
function freeItems(psi: Float64Array, gradient: Float64Array): number[] {
  return [...psi.keys()].filter((item) => {
    if (psi[item]! <= LOWEST) return gradient[item]! < 0;
    return psi[item]! < HIGHEST || gradient[item]! > 0;
  });
}

/** Solves the expected second derivatives, the squares of I − vvᵀ, for the free items (Jöreskog 1967). */
function scoringStep({ vector, gradient }: Fit, free: readonly number[]): number[] {
  const second = new Matrix(free.length, free.length);
  free.forEach((one, a) => {
    free.forEach((other, b) => {
      const value = (one === other ? 1 : 0) - vector[one]! * vector[other]!;
      second.set(a, b, value * value + (a === b ? 1e-10 : 0));
    });
  });
  return solve(second, Matrix.columnVector(free.map((item) => gradient[item]!))).to1DArray();
}

function stepFrom(psi: Float64Array, free: readonly number[], step: readonly number[], length: number) {
  const next = psi.slice();
  free.forEach((item, place) => {
    const move = Math.max(-3, Math.min(3, length * step[place]!));
    next[item] = clamp(psi[item]! * Math.exp(-move));
  });
  return next;
}

function result(psi: Float64Array, { vector, excess }: Fit, iterations: number): OneFactor {
  const loadings = vector.map((value, item) => value * Math.sqrt(excess * psi[item]!));
  const sign = loadings.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1;
  return {
    loadings: loadings.map((value) => sign * value),
    uniquenesses: psi,
    isAtBound: psi.some((value) => value <= LOWEST),
    iterations,
  };
}
