import { Option, type Command } from 'commander';
import { parseNames } from '../parse-list.ts';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  resolveCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';

interface ProfilesOptions extends CodebookChoice {
  readonly input: string;
  readonly segment: string;
  readonly variables: readonly string[];
  readonly weight?: string;
  readonly output?: string;
}

export function addProfilesCommand(program: Command): void {
  program
    .command('profiles')
    .description('Tells what sets each segment apart from the others, with effect sizes, the largest first.')
    .requiredOption('--input <file>', 'any CSV file with a header line (UTF-8)')
    .requiredOption('--segment <column>', 'column of the segment: archetype, cluster or class')
    .requiredOption('--variables <columns>', 'numbers or coded answers, with commas between them', parseNames)
    .option('--weight <column>', 'column of sampling weights')
    .addOption(new Option('--format <format>', 'how to write the result').choices(['json']).default('json'))
    .option('--output <file>', 'where to write the result, instead of the terminal')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
Numbers get means, Cohen's d and Hedges' g; answers get shares, odds ratios and Cohen's h.

Example:
  waymark profiles --input docs/examples/clients.csv --segment archetype --variables age,sex,education,loan_balance,phone_type --weight weight`,
    )
    .action(report);
}

async function report(options: ProfilesOptions): Promise<void> {
  const { input, output, codebook: path } = options;
  const [{ profilesOfFile }, { refuseOverwriting }, { writeJson }] = await Promise.all([
    import('../segments/profiles-file.ts'),
    import('../refuse-overwriting.ts'),
    import('../write-json.ts'),
  ]);
  if (output !== undefined) await refuseOverwriting(output, [input, path]);
  await writeJson(await profilesOfFile({ ...options, codebook: await resolveCodebook(options) }), output);
}
