import type { BranchShares } from './branch-shares.ts';
import { factorCovariance, type Factor } from './factor-covariance.ts';

/** Branches whose sampling errors go together (a PSU in several of them, a shared stratum), to be drawn at once. */
export interface SamplingBlock {
  readonly branches: readonly number[];
  /** Cells that vary: the rows of the factor. */
  readonly cells: readonly number[];
  /** Of the covariance of the logarithms of the cells' shares, before they are scaled to add up to 1. */
  readonly factor: Factor;
  /** Half the variance of each logarithm: taken off, so that a share keeps its mean. */
  readonly halfVariance: Float64Array;
}

/** Correlations below this are rounding: the covariance of cells in different branches cancels exactly. */
const CORRELATION_TOLERANCE = 1e-7;

/**
 * The sampling distribution of the shares of all branches: logistic-normal. Logarithms of shares are
 * normal with the Taylor-linearised covariance of the shares relative to them, over the whole design;
 * they are centred so that a share keeps the estimate as its mean, and the shares of a branch are scaled
 * to add up to 1. So none is negative, and means and standard errors are those of the estimates but for
 * terms of the order of 1/n.
 *
 * Source: Aitchison & Shen, Logistic-normal distributions (Biometrika 1980); the centring is ours.
 *
 * @param isFixed 1 for branches that are held at their estimate, because their variance cannot be computed.
 */
export function samplingBlocks(branchShares: BranchShares, isFixed: Uint8Array): SamplingBlock[] {
  const { occupied, branchCount } = branchShares;
  const cells: number[] = [];
  const branchOf: number[] = [];
  for (let branch = 0; branch < branchCount; branch += 1) {
    if (isFixed[branch] === 1) continue;
    for (const cell of occupied[branch]!) {
      cells.push(cell);
      branchOf.push(branch);
    }
  }
  const covariance = relativeCovariance(branchShares, cells, branchOf);
  const size = cells.length;
  const placesOf = new Map<number, number[]>();
  branchOf.forEach((branch, place) => placesOf.set(branch, [...(placesOf.get(branch) ?? []), place]));
  return connectedBranches(covariance, size, branchOf, branchCount)
    .filter((branches) => occupied[branches[0]!]!.length > 0)
    .map((branches) => {
      const places = branches.flatMap((branch) => placesOf.get(branch) ?? []);
      const own = new Float64Array(places.length ** 2);
      places.forEach((row, i) => {
        places.forEach((column, j) => {
          own[i * places.length + j] = covariance[row * size + column]!;
        });
      });
      return {
        branches,
        cells: places.map((place) => cells[place]!),
        factor: factorCovariance(own, places.length),
        halfVariance: Float64Array.from(places, (place) => covariance[place * size + place]! / 2),
      };
    });
}

/** Covariance of the shares of cells in their branches, divided by the shares: delta method from the covariance of totals. */
function relativeCovariance(
  { totals, branchWeights, branchCount }: BranchShares,
  cells: readonly number[],
  branchOf: readonly number[],
): Float64Array {
  const size = cells.length;
  const raw = totals.covariance(cells);
  // Covariance of each cell with the total of each branch, and of branch totals with each other.
  const withBranch = new Float64Array(size * branchCount);
  const ofBranches = new Float64Array(branchCount * branchCount);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const value = raw[i * size + j]!;
      const one = i * branchCount + branchOf[j]!;
      const both = branchOf[i]! * branchCount + branchOf[j]!;
      withBranch[one] = withBranch[one]! + value;
      ofBranches[both] = ofBranches[both]! + value;
    }
  for (let i = 0; i < size; i += 1) {
    const own = totals.sumWeights[cells[i]!]!;
    const whole = branchWeights[branchOf[i]!]!;
    for (let j = 0; j < size; j += 1) {
      const other = totals.sumWeights[cells[j]!]!;
      const otherWhole = branchWeights[branchOf[j]!]!;
      const at = i * size + j;
      raw[at] =
        raw[at]! / (own * other) -
        withBranch[i * branchCount + branchOf[j]!]! / (own * otherWhole) -
        withBranch[j * branchCount + branchOf[i]!]! / (whole * other) +
        ofBranches[branchOf[i]! * branchCount + branchOf[j]!]! / (whole * otherWhole);
    }
  }
  return raw;
}

/** Branches joined wherever two of their cells are correlated, each group and the groups in branch order. */
function connectedBranches(
  covariance: Float64Array,
  size: number,
  branchOf: readonly number[],
  branchCount: number,
): number[][] {
  const parent = Array.from({ length: branchCount }, (_, branch) => branch);
  const rootOf = (branch: number): number => {
    let root = branch;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) {
      if (branchOf[i] === branchOf[j]) continue;
      const scale = Math.sqrt(covariance[i * size + i]! * covariance[j * size + j]!);
      if (Math.abs(covariance[i * size + j]!) <= CORRELATION_TOLERANCE * scale) continue;
      const one = rootOf(branchOf[i]!);
      const other = rootOf(branchOf[j]!);
      parent[Math.max(one, other)] = Math.min(one, other);
    }
  }
  const groups = new Map<number, number[]>();
  for (let branch = 0; branch < branchCount; branch += 1) {
    const root = rootOf(branch);
    groups.set(root, [...(groups.get(root) ?? []), branch]);
  }
  return [...groups.values()];
}
