import { type Proof } from '../support/prove.ts';

/** Sums what several looks found. */
export const addProofs = (...proofs: readonly Proof[]): Proof =>
  proofs.reduce((sum, { lost, twice, changed }) => ({
    lost: sum.lost + lost,
    twice: sum.twice + twice,
    changed: sum.changed + changed,
  }));
