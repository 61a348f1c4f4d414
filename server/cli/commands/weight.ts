import { InvalidArgumentError, Option, type Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { TrimBounds } from '../../../scoring/weighting/calibrate-weights.ts';
import { addDesignOptions, type DesignOptions } from '../design-options.ts';
import { wholeNumber } from '../parse-number.ts';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  resolveCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';

interface WeightOptions extends CodebookChoice, DesignOptions {
  readonly input: string;
  readonly margins?: string;
  readonly frame?: string;
  readonly frameBy?: string;
  readonly frameCount?: string;
  readonly proportions?: boolean;
  readonly leaveOutMissing?: boolean;
  readonly trim?: TrimBounds;
  readonly maxIterations: number;
  readonly acceptUnconverged?: boolean;
  readonly estimate?: string;
  readonly residuals: 'design' | 'equal';
  readonly output?: string;
}

export function addWeightCommand(program: Command): void {
  const command = program
    .command('weight')
    .description(
      'Weighs respondents so that they stand for the clients: by a frame, by post-stratification, by raking.',
    )
    .requiredOption('--input <file>', 'any CSV file with a header line (UTF-8)')
    .option('--margins <file>', 'known counts (JSON): {"sex": {"female": 300, "male": 200}}')
    .option('--proportions', 'use only the shares of the margins, and keep the sum of the weights')
    .option('--frame <file>', 'frame (CSV): one row per stratum; weights are clients over respondents')
    .option('--frame-by <column>', 'column, in both files, that names the stratum (branch)')
    .option('--frame-count <column>', 'column of the frame with the number of clients')
    .option(
      '--trim <low,high>',
      'bounds of the weights as multiples of their mean, such as 0.3,3',
      trimBounds,
    )
    .option('--leave-out-missing', 'give no weight to who has no category on a variable of the margins')
    .option('--max-iterations <number>', 'passes over the margins', wholeNumber(1, 1_000_000), 1000)
    .option('--accept-unconverged', 'write the weights even where the margins are not met')
    .option(
      '--estimate <column>',
      'mean or shares of a variable, with standard errors that credit the margins',
    )
    .addOption(
      new Option(
        '--residuals <kind>',
        'regression on the margins behind these standard errors: weighted by the design, or not',
      )
        .choices(['design', 'equal'])
        .default('design'),
    );
  addDesignOptions(command)
    .option('--output <file>', 'where to write the file with its new column, rakedWeight (CSV)')
    .addOption(new Option('--format <format>', 'how to report').choices(['json']).default('json'))
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
Without --weight or --frame everyone begins with 1. For two variables together, name both and nest the
counts: {"branch*sex": {"riverside": {"female": 30, "male": 20}}}. Nothing is written where the margins
cannot be met.

Examples:
  waymark weight --input docs/examples/clients.csv --frame docs/examples/branches.csv --frame-by branch --frame-count clients --output weighted.csv
  waymark weight --input docs/examples/clients.csv --weight weight --margins docs/examples/margins.json --instrument msme-digital-maturity --leave-out-missing --output raked.csv`,
    )
    .action(weigh);
}

async function weigh(options: WeightOptions): Promise<void> {
  const { input, output, codebook: codebookFile, margins, frame, estimate } = options;
  const [{ weighFile }, { writeJson }, { refuseOverwriting }] = await Promise.all([
    import('../weighting/weigh-file.ts'),
    import('../write-json.ts'),
    import('../refuse-overwriting.ts'),
  ]);
  if (output !== undefined) await refuseOverwriting(output, [input, codebookFile, margins, frame]);
  const codebook = await resolveCodebook(options);
  const weighed = await weighFile({ ...options, maximumIterations: options.maxIterations }, codebook);
  const { report, added, size } = weighed;
  const isUsable = report.converged || options.acceptUnconverged === true;
  const estimates =
    estimate === undefined
      ? {}
      : {
          estimate: await (
            await import('../weighting/estimate-weighed.ts')
          ).estimateWeighed({ weighed, codebook, variable: estimate, options }),
        };
  if (output !== undefined && isUsable) {
    const [{ writeAtomically }, { copyCsv }] = await Promise.all([
      import('../../exports/write-atomically.ts'),
      import('../../exports/copy-csv.ts'),
    ]);
    await writeAtomically(output, copyCsv(input, added, size));
  }
  await writeJson({ ...report, ...estimates });
  if (isUsable) return;
  throw new WaymarkError(
    'NOT_COMPUTABLE',
    `The weights did not converge, so none were written. ${report.reason ?? ''}`,
    'To write them as they are, pass --accept-unconverged.',
  );
}

function trimBounds(text: string): TrimBounds {
  const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [low = Number.NaN, high = Number.NaN] = parts;
  if (parts.length === 2 && low >= 0 && low < 1 && high > 1 && high < Infinity) return { low, high };
  throw new InvalidArgumentError(
    'Expected two multiples of the mean weight, below and above 1, such as 0.3,3.',
  );
}
