import { describe, expect, test } from 'vitest';
import { createDesign } from '../design/create-design.ts';
import reference from '../reference/experiments.json' with { type: 'json' };
import { adjustFamily } from './adjust-family.ts';
import { compareArms, type ArmResult } from './compare-arms.ts';
import { NO_CATEGORY, type ExperimentData } from './experiment-data.ts';
import { interactionOfShares } from './interaction-of-shares.ts';
import { planExperiment, type ExperimentPlan } from './plan-experiment.ts';
import { powerOfMeans, sampleSizeOfMeans, detectableMean } from './power-of-means.ts';
import { detectableShare, powerOfProportions, sampleSizeOfProportions } from './power-of-proportions.ts';
import { sampleRatio } from './sample-ratio.ts';
import { twoProportions } from './two-proportions.ts';

function near(found: number | null | undefined, expected: number, tolerance = 1e-8): void {
  expect(typeof found).toBe('number');
  expect(Math.abs(Number(found) - expected), `${found} against ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.abs(expected) + 1e-13,
  );
}

const { data, arms, segments } = reference;
const numbers = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);
const experiment = (parts: Partial<ExperimentData>): ExperimentData => ({
  arms: Uint16Array.from(data.arm, (arm) => arms.indexOf(arm)),
  armNames: arms,
  outcome: numbers(data.y),
  measure: 'share',
  segments: Uint16Array.from(data.segment, (segment) => segments.indexOf(segment)),
  segmentNames: segments,
  planned: [1, 1, 1],
  design: null,
  confidence: 0.95,
  ...parts,
});
const design = createDesign({
  size: data.arm.length,
  weights: Float64Array.from(data.weight),
  strata: Uint32Array.from(data.stratum),
  psu: Uint32Array.from(data.psu),
});

const expectShare = (arm: ArmResult, expected: readonly number[]): void => {
  const { n, rate, difference, interval, pValue, lift, liftInterval } = arm;
  [
    n,
    rate,
    difference,
    interval?.[0],
    interval?.[1],
    pValue,
    lift,
    liftInterval?.[0],
    liftInterval?.[1],
  ].forEach((value, place) => near(value, expected[place]!));
};

describe('arms against a control, as R has them', () => {
  const found = compareArms(experiment({}));

  test('prop.test, its interval, the ratio, and adjusted p-values', () => {
    found.arms.slice(1).forEach((arm, place) => {
      expectShare(arm, reference.shares[place]!);
      near(arm.pHolm, reference.holm[place]!);
      near(arm.pBenjaminiHochberg, reference.bh[place]!);
    });
    expect(found.arms[0]).toMatchObject({ arm: 'control', difference: null, pValue: null, pHolm: null });
  });
  test('the same in every segment, and adjusted over all of them', () => {
    found.segments.forEach((segment, place) => {
      segment.arms.slice(1).forEach((arm, other) => {
        expectShare(arm, reference.bySegment[place]![other]!);
        near(arm.pHolmAllSegments, reference.segmentHolm[2 * place + other]!);
        near(arm.pBenjaminiHochbergAllSegments, reference.segmentBh[2 * place + other]!);
      });
    });
  });
  test('glm: likelihood-ratio test of arm × segment', () => {
    const [statistic, df, p] = reference.interaction;
    near(found.interaction.statistic, statistic!, 1e-7);
    expect(found.interaction.degreesOfFreedom).toBe(df);
    near(found.interaction.pValue, p!, 1e-7);
  });
  test('missing outcomes are counted per arm and compared', () => {
    expect(found.arms.reduce((sum, { missing }) => sum + missing, 0)).toBe(30);
    near(found.missingOutcomes.statistic, reference.missing[0]!);
    near(found.missingOutcomes.pValue, reference.missing[2]!);
    expect(found.missingOutcomes.differs).toBe(false);
  });
});

test('means: t.test (Welch) and the F test of the interaction', () => {
  const found = compareArms(experiment({ outcome: numbers(data.amount), measure: 'mean' }));
  found.arms.slice(1).forEach((arm, place) => {
    const { rate, difference, standardError, interval, degreesOfFreedom, pValue } = arm;
    [rate, difference, standardError, interval?.[0], interval?.[1], degreesOfFreedom, pValue].forEach(
      (value, at) => near(value, reference.means[place]![at]!),
    );
  });
  const [statistic, df, rest, p] = reference.meanInteraction;
  near(found.interaction.statistic, statistic!);
  expect(found.interaction.degreesOfFreedom).toBe(df);
  expect(found.interaction.denominatorDegreesOfFreedom).toBe(rest);
  near(found.interaction.pValue, p!);
});

describe.each([
  ['shares', data.y, 'share', reference.design],
  ['means', data.amount, 'mean', reference.designMeans],
] as const)(
  '%s over weights, strata and PSUs: svyby and svycontrast',
  (_name, outcome, measure, expected) => {
    const found = compareArms(experiment({ outcome: numbers(outcome), measure, design }));
    test('differences', () => {
      found.arms.slice(1).forEach((arm, place) => {
        const { rate, difference, standardError, interval, degreesOfFreedom, pValue } = arm;
        [rate, difference, standardError, interval?.[0], interval?.[1], degreesOfFreedom, pValue].forEach(
          (value, at) => near(value, expected[place]![at]!),
        );
      });
    });
  },
);

test('the interval of a share over the design is on the log-odds scale, within 0 and 1', () => {
  const { arms: found } = compareArms(experiment({ design }));
  for (const { rate, rateInterval } of found) {
    const [low, high] = rateInterval!;
    const odds = (share: number): number => Math.log(share / (1 - share));
    near(odds(high) - odds(rate!), odds(rate!) - odds(low));
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(1);
  }
});

test('interaction over the design: adjusted Wald of svyby', () => {
  const { interaction } = compareArms(experiment({ design }));
  const [statistic, df, rest, p] = reference.designInteraction;
  near(interaction.statistic, statistic!);
  expect(interaction.degreesOfFreedom).toBe(df);
  expect(interaction.denominatorDegreesOfFreedom).toBe(rest);
  near(interaction.pValue, p!);
});

test.each([...reference.more, reference.edge])('interaction of $n', ({ n, sum, out }) => {
  const found = interactionOfShares(
    { n: Float64Array.from(n.flat()), sum: Float64Array.from(sum.flat()) },
    n.map((_, arm) => `arm ${arm}`),
    n[0]!.map((_, segment) => `segment ${segment}`),
  );
  near(found.statistic, out[0]!, 1e-6);
  expect(found.degreesOfFreedom).toBe(out[1]);
  near(found.pValue, out[2]!, 1e-6);
});

test('the published interaction: A 20 to 40, B 30 to 33 of 200', () => {
  const found = interactionOfShares(
    { n: Float64Array.of(200, 200, 200, 200), sum: Float64Array.of(20, 30, 40, 33) },
    ['control', 'letter'],
    ['A', 'B'],
  );
  expect(found.statistic).toBeCloseTo(3.0344, 4);
  expect(found.pValue).toBeCloseTo(0.08152, 5);
});

test('a segment where nobody has the outcome is left out with its degrees of freedom', () => {
  const found = interactionOfShares(
    { n: Float64Array.of(20, 20, 20, 20, 20, 20), sum: Float64Array.of(3, 5, 0, 9, 6, 0) },
    ['control', 'letter'],
    ['A', 'B', 'C'],
  );
  expect(found).toMatchObject({
    degreesOfFreedom: 1,
    reason: expect.stringContaining('"C" is left out') as string,
  });
});

test('a fit at the edge gives a number and a warning, never NaN', () => {
  const found = interactionOfShares(
    { n: Float64Array.of(10, 10, 10, 10), sum: Float64Array.of(0, 5, 5, 10) },
    ['control', 'letter'],
    ['A', 'B'],
  );
  expect(found.statistic).toBeGreaterThanOrEqual(0);
  expect(found.statistic).toBeLessThan(1e-4);
  expect(found.reason).toMatch(/no finite best fit/);
});

test.each(reference.gof)('sample ratio of $counts', ({ counts, planned, out }) => {
  const found = sampleRatio(counts, planned);
  near(found.statistic, out[0]!);
  near(found.pValue, out[1]!);
  expect(found.alarm).toBe(out[1]! < 0.001);
});

test.each(reference.adjust)('p.adjust of $p', ({ p, holm, bh }) => {
  const found = adjustFamily([null, ...p]);
  expect(found.holm[0]).toBeNull();
  p.forEach((_, place) => {
    near(found.holm[place + 1], holm[place]!);
    near(found.benjaminiHochberg[place + 1], bh[place]!);
  });
});

test.each(reference.power)('power.prop.test of $baseline to $target at $power, alpha $alpha', (one) => {
  const { baseline, target, alpha, power } = one;
  near(sampleSizeOfProportions({ baseline, target, alpha }, power), one.n);
  near(sampleSizeOfProportions({ baseline, target, alpha, strict: true }, power), one.strictN);
  near(powerOfProportions({ baseline, target, alpha }, 700), one.power700);
  near(powerOfProportions({ baseline, target, alpha, strict: true }, 700), one.strict700);
});

test.each(reference.mde)('detectable from %s with %s per arm', (baseline, perArm, expected) => {
  near(detectableShare({ baseline: baseline, alpha: 0.05 }, perArm, 0.8), expected);
});

test.each(reference.tPower)('power.t.test of $delta at $power, alpha $alpha', (one) => {
  const plan = { difference: one.delta, standardDeviation: 1.1, alpha: one.alpha };
  near(sampleSizeOfMeans(plan, one.power), one.n);
  near(powerOfMeans(plan, 40), one.power40);
  near(detectableMean(plan, sampleSizeOfMeans(plan, one.power), one.power), one.delta);
});

const PLAN: ExperimentPlan = {
  baseline: 0.1,
  target: 0.13,
  power: 0.8,
  alpha: 0.05,
  arms: 2,
  intraclassCorrelation: 0,
  clusterSize: 1,
  strict: false,
  direction: 'increase',
};

test('the published sample size, with arms and clusters', () => {
  expect(planExperiment(PLAN).perArm).toBeCloseTo(1773.976, 3);
  expect(planExperiment(PLAN)).toMatchObject({ perArmRounded: 1774, total: 3548 });
  const clustered = planExperiment({ ...PLAN, intraclassCorrelation: 0.02, clusterSize: 20 });
  near(clustered.perArm, 1.38 * planExperiment(PLAN).perArm!);
  expect(clustered.clustersPerArm).toBe(123);
  const three = planExperiment({ ...PLAN, arms: 3 });
  near(three.perArm, sampleSizeOfProportions({ baseline: 0.1, target: 0.13, alpha: 0.025 }, 0.8));
  expect(planExperiment({ ...PLAN, target: 0.1 })).toMatchObject({
    perArm: null,
    reason: 'There is no difference to detect.',
  });
});

test('shares that do not vary have a power of 0 or 1, not NaN', () => {
  expect(powerOfProportions({ baseline: 0, target: 0, alpha: 0.05 }, 10)).toBe(0);
  expect(powerOfProportions({ baseline: 0, target: 1, alpha: 0.05 }, 10)).toBe(1);
  expect(detectableShare({ baseline: 1, alpha: 0.05 }, 10, 0.8)).toBeNull();
});

describe('what cannot be compared is null with its reason', () => {
  test('nobody in an arm', () => {
    const one = twoProportions({ n: 0, successes: 0 }, { n: 9, successes: 3 }, 0.95);
    expect(one).toMatchObject({
      difference: null,
      pValue: null,
      reason: expect.stringContaining('Nobody') as string,
    });
  });
  test('nobody with the outcome in either: no interval without width, no p-value', () => {
    const one = twoProportions({ n: 12, successes: 0 }, { n: 9, successes: 0 }, 0.95);
    expect(one).toMatchObject({ difference: 0, interval: null, pValue: null });
    expect(one.newcombeInterval![0]).toBeLessThan(0);
    expect(one.newcombeInterval![1]).toBeGreaterThan(0);
  });
  test('more missing in one arm is said', () => {
    const outcome = numbers(data.y.map((y, row) => (data.arm[row] === 'story' && row % 3 === 0 ? null : y)));
    const { missingOutcomes } = compareArms(experiment({ outcome }));
    expect(missingOutcomes.differs).toBe(true);
    expect(missingOutcomes.message).toMatch(/no longer alike/);
  });
  test('people without an arm are in no count', () => {
    const arms = experiment({}).arms.map((arm, row) => (row < 100 ? NO_CATEGORY : arm));
    const { arms: found } = compareArms(experiment({ arms }));
    expect(found.reduce((sum, { n, missing }) => sum + n + missing, 0)).toBe(1100);
  });
});
