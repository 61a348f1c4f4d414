import { detectableMean, powerOfMeans, sampleSizeOfMeans } from './power-of-means.ts';
import { detectableShare, powerOfProportions, sampleSizeOfProportions } from './power-of-proportions.ts';

export interface ExperimentPlan {
  /** Expected share in the control, 0–1; or its mean, where a standard deviation is given. */
  readonly baseline: number;
  /** Share in the other arms; left out, the smallest detectable one is sought. */
  readonly target?: number;
  /** People in each arm, all of them; left out, it is sought. */
  readonly perArm?: number;
  /** Standard deviation within arms: the outcome is a number, not a share. */
  readonly standardDeviation?: number;
  /** Wanted power; not used where both target and perArm are given. */
  readonly power: number;
  /** Two-sided significance level of the experiment. */
  readonly alpha: number;
  /** Arms with the control; each other arm is compared with it, at alpha divided by their number (Bonferroni). */
  readonly arms: number;
  /** Correlation of outcomes within a cluster, and people per cluster, where clusters are assigned. */
  readonly intraclassCorrelation: number;
  readonly clusterSize: number;
  readonly strict: boolean;
  /** Which way the smallest detectable share lies. */
  readonly direction: 'increase' | 'decrease';
}

export interface PlannedExperiment {
  readonly baseline: number;
  readonly target: number | null;
  /** target − baseline. */
  readonly effect: number | null;
  /** As the formula gives it, and rounded up to whole people. */
  readonly perArm: number | null;
  readonly perArmRounded: number | null;
  readonly total: number | null;
  readonly clustersPerArm: number | null;
  readonly power: number | null;
  readonly alpha: number;
  /** Level of each comparison. */
  readonly alphaPerComparison: number;
  readonly comparisons: number;
  /** 1 + (m − 1) · ICC. */
  readonly designEffect: number;
  readonly method: string;
  readonly reason?: string;
}

/**
 * Plans an experiment: of people per arm, detectable difference and power, the one that is not given
 * follows from the others. By the formulas of R's `power.prop.test` and `power.t.test`; clusters make each person worth
 * 1 / designEffect (Donner & Klar 2000).
 */
export function planExperiment(plan: ExperimentPlan): PlannedExperiment {
  const { baseline, alpha, arms, strict, direction } = plan;
  const comparisons = arms - 1;
  const alphaPerComparison = alpha / comparisons;
  const designEffect = 1 + (plan.clusterSize - 1) * plan.intraclassCorrelation;
  const formula =
    plan.standardDeviation === undefined
      ? formulaOfShares({ baseline, alpha: alphaPerComparison, strict }, direction)
      : formulaOfMeans(baseline, plan.standardDeviation, alphaPerComparison, direction);
  let { target = null, perArm = null }: { target?: number | null; perArm?: number | null } = plan;
  let power: number | null = plan.power;
  let reason: string | undefined;
  if (perArm === null && target !== null) {
    perArm = formula.sampleSize(target, power) * designEffect;
  } else if (perArm !== null && target !== null) {
    power = formula.power(target, perArm / designEffect);
  } else if (perArm !== null) {
    target = formula.detectable(perArm / designEffect, power);
    if (target === null) reason = 'Even the largest difference cannot be told with so few people per arm.';
  }
  if (perArm === Infinity) {
    perArm = null;
    power = null;
    reason = 'There is no difference to detect.';
  }
  const perArmRounded = perArm === null ? null : Math.ceil(perArm - 1e-9);
  return {
    baseline,
    target,
    effect: target === null ? null : target - baseline,
    perArm,
    perArmRounded,
    total: perArmRounded === null ? null : perArmRounded * arms,
    clustersPerArm:
      perArmRounded === null || plan.clusterSize === 1 ? null : Math.ceil(perArmRounded / plan.clusterSize),
    power,
    alpha,
    alphaPerComparison,
    comparisons,
    designEffect,
    method: formula.method,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Size, power and detectable target of one kind of outcome. */
interface Formula {
  readonly method: string;
  sampleSize(target: number, power: number): number;
  power(target: number, perArm: number): number;
  detectable(perArm: number, power: number): number | null;
}

const formulaOfShares = (
  level: { readonly baseline: number; readonly alpha: number; readonly strict: boolean },
  direction: ExperimentPlan['direction'],
): Formula => ({
  method: `two-sided z test of two shares, normal approximation (R's power.prop.test${level.strict ? ', strict: both directions count' : ''})`,
  sampleSize: (target, power) => sampleSizeOfProportions({ ...level, target }, power),
  power: (target, perArm) => powerOfProportions({ ...level, target }, perArm),
  detectable: (perArm, power) => detectableShare(level, perArm, power, direction),
});

function formulaOfMeans(
  baseline: number,
  standardDeviation: number,
  alpha: number,
  direction: ExperimentPlan['direction'],
): Formula {
  const level = { standardDeviation, alpha };
  const sign = direction === 'increase' ? 1 : -1;
  return {
    method: "two-sided t test of two means, non-central t (R's power.t.test)",
    sampleSize: (target, power) => sampleSizeOfMeans({ ...level, difference: target - baseline }, power),
    power: (target, perArm) => powerOfMeans({ ...level, difference: target - baseline }, perArm),
    detectable: (perArm, power) => baseline + sign * detectableMean(level, perArm, power),
  };
}
