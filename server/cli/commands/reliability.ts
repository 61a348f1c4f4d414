import { Option, type Command } from 'commander';
import { parseNames } from '../parse-list.ts';
import { shareBetween } from '../parse-number.ts';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  resolveCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';

interface ReliabilityOptions extends CodebookChoice {
  readonly input: string;
  readonly items?: readonly string[];
  readonly scales?: readonly string[];
  readonly weight?: string;
  readonly skippedAsScored?: boolean;
  readonly confidence: number;
  readonly output?: string;
}

export function addReliabilityCommand(program: Command): void {
  program
    .command('reliability')
    .description(
      'Tells how well the items of a scale go together: alpha, omega, item–rest correlations, floor, ceiling, non-response.',
    )
    .requiredOption('--input <file>', 'any CSV file with a header line (UTF-8)')
    .addOption(
      new Option('--items <columns>', 'items of one scale, with commas between them')
        .argParser(parseNames)
        .conflicts('scales'),
    )
    .option(
      '--scales <names>',
      "which of the instrument's scales, such as comfort.financial; all otherwise",
      parseNames,
    )
    .option('--weight <column>', 'column of sampling weights')
    .option('--skipped-as-scored', 'give skipped items the points that the scoring model gives them')
    .option(
      '--confidence <share>',
      'confidence level of the interval of alpha',
      shareBetween(0.5, 0.9999),
      0.95,
    )
    .addOption(new Option('--format <format>', 'how to write the result').choices(['json']).default('json'))
    .option('--output <file>', 'where to write the result, instead of the terminal')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
With an instrument or a codebook, answers become the points of the scoring model; without, the cells are
taken for numbers. All but non-response is about the respondents with points on every item of the scale.

Examples:
  waymark reliability --input docs/examples/clients.csv --instrument msme-digital-maturity --weight weight
  waymark reliability --input docs/examples/clients.csv --items comfort_general,comfort_business,comfort_financial`,
    )
    .action(report);
}

async function report(options: ReliabilityOptions): Promise<void> {
  const { input, output, codebook: path } = options;
  const [{ reliabilityFile }, { refuseOverwriting }, { writeJson }] = await Promise.all([
    import('../reliability-file.ts'),
    import('../refuse-overwriting.ts'),
    import('../write-json.ts'),
  ]);
  if (output !== undefined) await refuseOverwriting(output, [input, path]);
  const codebook = await resolveCodebook(options);
  await writeJson(await reliabilityFile({ ...options, codebook }), output);
}
