import { Option, type Command } from 'commander';
import { addDesignOptions } from '../design-options.ts';
import { parseSeed, wholeNumber } from '../parse-number.ts';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  resolveCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';
import type { SizeRequest } from '../size-file.ts';

interface SizeOptions extends SizeRequest, CodebookChoice {
  readonly output?: string;
}

export function addSizeCommand(program: Command): void {
  const size = program
    .command('size')
    .description(
      'Sizes the market for a product: clients of the institution by segment and branch, eligible, reachable and likely, with their uncertainty; and which branches come first.',
    )
    .requiredOption('--input <file>', 'the sample: any CSV file with a header line, one respondent a row')
    .requiredOption('--frame <file>', 'all branches of the institution and their numbers of clients (CSV)')
    .option('--frame-by <column>', 'column of the frame that names the branch (default: as in the sample)')
    .requiredOption('--frame-count <column>', 'column of the frame with the number of clients')
    .requiredOption('--segment <column>', 'column of the sample with the segment, e.g. the archetype')
    .requiredOption('--branch <column>', 'column of the sample with the branch')
    .option('--eligible <condition>', 'whom the product is meant for (default: everyone)')
    .option('--reachable <condition>', 'who of them can be reached (default: all of them)')
    .option(
      '--assumptions <file>',
      'how likely those who can be reached take it up: mean, low and high, for each segment or overall (JSON)',
    )
    .option('--top <number>', 'how many branches the pilot has room for', wholeNumber(1, 100_000), 3)
    .option('--draws <number>', 'draws of the simulation', wholeNumber(100, 1_000_000), 10_000)
    .option('--seed <number>', 'seed of the simulation; the same seed gives the same bytes', parseSeed, 1);
  addDesignOptions(size)
    .addOption(new Option('--format <format>', 'how to write the result').choices(['json']).default('json'))
    .option('--output <file>', 'where to write the result, instead of the terminal')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
Conditions: column=value, column=value|value, column!=value, column>=number, column<=number, with commas
between (all must hold); or a JSON file. Assumptions are yours: none are built in.

Example:
  waymark size --input docs/examples/clients.csv --frame docs/examples/branches.csv --frame-count clients \\
    --segment archetype --branch branch --weight weight --strata branch --psu centre --fpc centres \\
    --eligible 'sector=trade|food' --reachable 'own_phone=yes,phone_type=smartphone' \\
    --assumptions docs/examples/assumptions.json --top 3`,
    )
    .action(run);
}

async function run(options: SizeOptions): Promise<void> {
  const [{ sizeFile }, { refuseOverwriting }, { writeJson }] = await Promise.all([
    import('../size-file.ts'),
    import('../refuse-overwriting.ts'),
    import('../write-json.ts'),
  ]);
  const { output, input, frame, assumptions, codebook } = options;
  if (output !== undefined) await refuseOverwriting(output, [input, frame, assumptions, codebook]);
  await writeJson(await sizeFile(options, await resolveCodebook(options)), output);
}
