import { tQuantile } from '../statistics/t-quantile.ts';
import { bisect } from './bisect.ts';
import { nonCentralTUpperTail } from './non-central-t-upper-tail.ts';

/** Two arms of equal size, tested two-sided with Student's t. */
export interface TwoMeansPlan {
  /** Difference of the means, in units of the outcome. */
  readonly difference: number;
  /** Standard deviation within the arms, above 0. */
  readonly standardDeviation: number;
  /** Two-sided significance level. */
  readonly alpha: number;
}

const MOST = 1e12;

/** Probability that a two-sample t test is significant, with `perArm` in each arm. As R's `power.t.test`. */
export function powerOfMeans({ difference, standardDeviation, alpha }: TwoMeansPlan, perArm: number): number {
  const degreesOfFreedom = Math.max(1e-7, perArm - 1) * 2;
  const ncp = (Math.sqrt(perArm / 2) * Math.abs(difference)) / standardDeviation;
  return nonCentralTUpperTail(tQuantile(1 - alpha / 2, degreesOfFreedom), degreesOfFreedom, ncp);
}

/** People per arm for the wanted power, not rounded, at least 2; infinite where there is no difference. */
export function sampleSizeOfMeans(plan: TwoMeansPlan, power: number): number {
  if (plan.difference === 0) return Infinity;
  let enough = 2;
  while (powerOfMeans(plan, enough) < power) {
    if (enough > MOST) return Infinity;
    enough *= 2;
  }
  return enough === 2 ? 2 : bisect((n) => powerOfMeans(plan, n) - power, enough / 2, enough);
}

/** The smallest difference of means that `perArm` in each arm detect with the wanted power; above 0. */
export function detectableMean(
  plan: Omit<TwoMeansPlan, 'difference'>,
  perArm: number,
  power: number,
): number {
  const reach = (difference: number): number => powerOfMeans({ ...plan, difference }, perArm) - power;
  let far = plan.standardDeviation;
  while (reach(far) < 0) far *= 2;
  return bisect(reach, 0, far);
}
