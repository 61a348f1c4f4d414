import { Option, type Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import { shareBetween, wholeNumber } from '../parse-number.ts';

interface PowerOptions {
  readonly baseline?: number;
  readonly sd?: number;
  readonly effect?: number;
  readonly to?: number;
  readonly perArm?: number;
  readonly power: number;
  readonly alpha: number;
  readonly arms: number;
  readonly icc: number;
  readonly clusterSize: number;
  readonly decrease?: true;
  readonly strict?: true;
}

const ANY_NUMBER = shareBetween(-1e12, 1e12);

export function addExperimentPowerCommand(experiment: Command): void {
  experiment
    .command('power')
    .description(
      'How many people an experiment needs; or, with --per-arm, the smallest difference it can detect, or its power.',
    )
    .option('--baseline <share>', 'share expected in the control, 0–1; with --sd its mean', ANY_NUMBER)
    .option('--effect <difference>', 'difference worth detecting, e.g. 0.03 or -0.03', ANY_NUMBER)
    .option('--to <share>', 'share (or mean) in the other arm, instead of --effect', ANY_NUMBER)
    .option('--sd <number>', 'standard deviation of an outcome that is a number', shareBetween(1e-12, 1e12))
    .option('--per-arm <people>', 'people in each arm', wholeNumber(2, 1_000_000_000))
    .option('--power <share>', 'wanted power', shareBetween(0.5, 0.9999), 0.8)
    .option('--alpha <share>', 'two-sided significance level', shareBetween(0.000_001, 0.5), 0.05)
    .option(
      '--arms <number>',
      'arms with the control; more than two share alpha (Bonferroni)',
      wholeNumber(2, 100),
      2,
    )
    .option(
      '--icc <share>',
      'correlation within clusters, where clusters are assigned',
      shareBetween(0, 1),
      0,
    )
    .option('--cluster-size <people>', 'people per cluster', wholeNumber(1, 1_000_000), 1)
    .option('--decrease', 'look for the smallest detectable fall, not rise')
    .option('--strict', 'count significant results in the wrong direction too, as strict = TRUE in R')
    .addOption(new Option('--format <format>', 'how to write the result').choices(['json']).default('json'))
    .addHelpText(
      'after',
      `
Examples:
  waymark experiment power --baseline 0.10 --effect 0.03
  waymark experiment power --baseline 0.10 --per-arm 1000 --arms 3
  waymark experiment power --effect 5 --sd 20

Example:
  waymark experiment power --baseline 0.10 --to 0.13 --icc 0.02 --cluster-size 20`,
    )
    .action(plan);
}

async function plan(options: PowerOptions): Promise<void> {
  const { effect, to, perArm, sd } = options;
  const baseline = options.baseline ?? (sd === undefined ? undefined : 0);
  if (baseline === undefined)
    throw refusal(
      "required option '--baseline <share>' not specified",
      'Say what share you expect in the control; or, for an outcome that is a number, its --sd.',
    );
  if (effect !== undefined && to !== undefined)
    throw refusal('Expected --effect or --to, but both were given.', 'Leave one of them out.');
  if (effect === undefined && to === undefined && perArm === undefined)
    throw refusal(
      'Expected --effect, --to or --per-arm, but none was given.',
      'Say what difference is worth detecting (--effect 0.03), or how many people there are (--per-arm 1000).',
    );
  const target = to ?? (effect === undefined ? undefined : baseline + effect);
  const isShare = (value: number): boolean => value >= 0 && value <= 1;
  if (sd === undefined && !(isShare(baseline) && isShare(target ?? 0)))
    throw refusal(
      `Expected shares from 0 to 1; found ${baseline} in the control${target === undefined ? '' : ` and ${target} in the other arm`}.`,
      'A share of 10 % is 0.1, a difference of 3 points 0.03. For an outcome that is a number, give its --sd.',
    );
  const [{ planExperiment }, { writeJson }] = await Promise.all([
    import('../../../scoring/experiments/plan-experiment.ts'),
    import('../write-json.ts'),
  ]);
  await writeJson(
    planExperiment({
      baseline,
      ...(sd === undefined ? {} : { standardDeviation: sd }),
      ...(target === undefined ? {} : { target }),
      ...(perArm === undefined ? {} : { perArm }),
      power: options.power,
      alpha: options.alpha,
      arms: options.arms,
      intraclassCorrelation: options.icc,
      clusterSize: options.clusterSize,
      strict: options.strict ?? false,
      direction: options.decrease ? 'decrease' : 'increase',
    }),
  );
}

const refusal = (message: string, hint: string): WaymarkError =>
  new WaymarkError('INVALID_REQUEST', message, hint);
