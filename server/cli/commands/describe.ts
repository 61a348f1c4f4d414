import { Option, type Command } from 'commander';
import type { IntervalMethod } from '../../../scoring/statistics/proportion-interval.ts';
import { addDesignOptions, type DesignOptions } from '../design-options.ts';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  resolveCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';

interface DescribeOptions extends CodebookChoice, DesignOptions {
  readonly input: string;
  readonly variable: string;
  readonly by?: string;
  readonly categorical?: boolean;
  readonly numeric?: boolean;
  readonly interval: IntervalMethod;
  readonly output?: string;
}

export function addDescribeCommand(program: Command): void {
  const command = program
    .command('describe')
    .description(
      'Describes one column of any CSV file: means, totals and medians, or shares and totals, with their uncertainty.',
    )
    .requiredOption('--input <file>', 'any CSV file with a header line (UTF-8)')
    .requiredOption('--variable <column>', 'column to describe')
    .option('--by <column>', 'column of groups to describe one by one, each on the full design');
  addDesignOptions(command)
    .addOption(
      new Option('--interval <method>', 'interval of shares; the last two are for plain counts only')
        .choices(['logit', 'wilson', 'korn-graubard', 'clopper-pearson', 'agresti-coull'])
        .default('logit'),
    )
    .addOption(new Option('--categorical', 'count the values, even if all are numbers').conflicts('numeric'))
    .option('--numeric', 'take the values for numbers, and refuse anything else')
    .addOption(new Option('--format <format>', 'how to write the result').choices(['json']).default('json'))
    .option('--output <file>', 'where to write the result, instead of the terminal')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
Shares are proportions from 0 to 1. Whether a column holds numbers is taken from the codebook, else from
what stands in it. What cannot be computed is null, with the reason beside it.

Examples:
  waymark describe --input docs/examples/clients.csv --variable loan_balance --weight weight --strata branch --psu centre --fpc centres
  waymark describe --input docs/examples/clients.csv --variable archetype --weight weight --strata branch --psu centre --by branch`,
    )
    .action(describe);
}

async function describe(options: DescribeOptions): Promise<void> {
  const { input, output, codebook: path } = options;
  const [{ describeFile }, { refuseOverwriting }, { writeJson }] = await Promise.all([
    import('../describe-file.ts'),
    import('../refuse-overwriting.ts'),
    import('../write-json.ts'),
  ]);
  if (output !== undefined) await refuseOverwriting(output, [input, path]);
  const codebook = await resolveCodebook(options);
  await writeJson(await describeFile({ ...options, codebook }), output);
}
