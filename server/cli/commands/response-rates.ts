import { Option, type Command } from 'commander';
import { shareBetween } from '../parse-number.ts';
import type { RatesRequest } from '../response-rates-of-file.ts';

interface RatesOptions extends RatesRequest {
  readonly output?: string;
}

export function addResponseRatesCommand(program: Command): void {
  program
    .command('response-rates')
    .description('Counts response, cooperation, refusal and contact rates by AAPOR’s Standard Definitions.')
    .requiredOption('--input <file>', 'the sample: any CSV file with a header line, one case a row')
    .option('--outcome <column>', 'column that says how each case stands', 'outcome')
    .option('--by <column>', 'column of groups, e.g. the branch, to look at one by one')
    .option('--weight <column>', 'column of the weight of each case; 0 or blank leaves it out')
    .option(
      '--e <share>',
      'share of the cases of unknown eligibility that is eligible (default: as among the known ones)',
      shareBetween(0, 1),
    )
    .addOption(new Option('--format <format>', 'how to write the result').choices(['json']).default('json'))
    .option('--output <file>', 'where to write the result, instead of the terminal')
    .addHelpText(
      'after',
      `
Outcomes: completed, partial, refused, broken-off, not-found, call-back, other, moved, ineligible, none (nobody
went there; also a blank cell).

Example:
  waymark response-rates --input docs/examples/cases.csv --by branch`,
    )
    .action(run);
}

async function run(options: RatesOptions): Promise<void> {
  const { input, output } = options;
  const [{ responseRatesOfFile }, { refuseOverwriting }, { writeJson }] = await Promise.all([
    import('../response-rates-of-file.ts'),
    import('../refuse-overwriting.ts'),
    import('../write-json.ts'),
  ]);
  if (output !== undefined) await refuseOverwriting(output, [input]);
  await writeJson(await responseRatesOfFile(options), output);
}
