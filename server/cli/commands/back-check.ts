import { Option, type Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import { drawRequestSchema } from '../../../contracts/back-check-report.ts';
import { parseSeed, shareBetween } from '../parse-number.ts';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';

interface DrawOptions {
  readonly data?: string;
  readonly study: string;
  readonly rate: number;
  readonly seed: number;
  readonly from: string;
  readonly until: string;
}

interface CompareOptions {
  readonly data?: string;
  readonly study: string;
  readonly format: 'text' | 'json';
}

export function addBackCheckCommand(program: Command): void {
  const backCheck = program
    .command('back-check')
    .description('Interviews that someone else asks again, in short, to see whether the answers hold.');
  backCheck
    .command('draw')
    .description('Draws interviews at random, some of each enumerator. The same seed draws the same ones.')
    .requiredOption('--study <id>', 'see waymark study list')
    .requiredOption('--seed <number>', 'any whole number; it is kept with the draw', parseSeed)
    .option('--rate <share>', 'share of each enumerator’s interviews', shareBetween(0.01, 1), 0.15)
    .option('--from <date>', 'first day of arrival (UTC), as 2026-11-01', '2000-01-01')
    .option('--until <date>', 'last day of arrival', '2099-12-31')
    .option(...DATA_OPTION)
    .addHelpText(
      'after',
      `
Tablets of the branch get what was drawn the next time they are connected. Who held an interview is never asked to
check it. Drawn again, it tops up to the share: what was drawn before counts.

Example:
  waymark back-check draw --study demo --rate 0.15 --seed 20261122 --data ./data`,
    )
    .action(draw);
  backCheck
    .command('compare')
    .description('Compares interviews with their back-checks: by question, by enumerator and by segment.')
    .requiredOption('--study <id>', 'see waymark study list')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .option(...DATA_OPTION)
    .addHelpText(
      'after',
      `
How it is counted: docs/methods/back-checks.md.

Example:
  waymark back-check compare --study demo --data ./data`,
    )
    .action(compare);
}

async function draw({ data, study, rate, seed, from, until }: DrawOptions): Promise<void> {
  const wanted = drawRequestSchema.safeParse({ rate01: rate, seed, from, until });
  if (!wanted.success)
    throw new WaymarkError(
      'INVALID_REQUEST',
      `Expected days as 2026-11-01, the first one before the last, but found "${from}" and "${until}".`,
      'See waymark back-check draw --help.',
    );
  const [{ drawSample }, { COMMAND }] = await Promise.all([
    import('../../use-cases/back-checks/draw-sample.ts'),
    import('../../use-cases/audit/actor.ts'),
  ]);
  const { drawn } = await withExistingWaymark(data, ({ context }) =>
    drawSample(context, { ...wanted.data, studyId: study, scope: null, actor: COMMAND }),
  );
  process.stdout.write(
    drawn === 0
      ? 'Nothing more to draw: the share is reached for these days.\n'
      : `${drawn} interviews drawn with seed ${seed}.\n`,
  );
}

async function compare({ data, study, format }: CompareOptions): Promise<void> {
  const [{ readBackChecks }, { backCheckReportText }] = await Promise.all([
    import('../../use-cases/back-checks/read-back-checks.ts'),
    import('../back-check-report-text.ts'),
  ]);
  const found = await withExistingWaymark(data, ({ context }) => readBackChecks(context, study, null));
  if (format === 'json') {
    const { writeJson } = await import('../write-json.ts');
    return writeJson(found.comparison);
  }
  process.stdout.write(backCheckReportText(found));
}
