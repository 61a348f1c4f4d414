import { InvalidArgumentError, Option, type Command } from 'commander';
import { parseNames } from '../parse-list.ts';
import { parseSeed, wholeNumber } from '../parse-number.ts';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  resolveCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';

interface ClassesOptions extends CodebookChoice {
  readonly input: string;
  readonly items?: readonly string[];
  readonly classes: readonly number[];
  readonly weight?: string;
  readonly skippedAsCategory?: boolean;
  readonly seed: number;
  readonly restarts: number;
  readonly assignments?: string;
  readonly id?: string;
  readonly compare?: string;
  readonly output?: string;
}

const MOST_CLASSES = 8;

export function addClassesCommand(program: Command): void {
  program
    .command('classes')
    .description(
      'Finds latent classes: groups of respondents who answer alike, as a second opinion on the archetypes.',
    )
    .requiredOption('--input <file>', 'any CSV file with a header line (UTF-8)')
    .option(
      '--items <columns>',
      "coded items, with commas between them; the instrument's scored items otherwise",
      parseNames,
    )
    .requiredOption('--classes <number or range>', 'how many classes: 4, or 2-6 to compare', parseClasses)
    .option('--weight <column>', 'column of sampling weights')
    .option(
      '--skipped-as-category',
      'a question left out by skip logic is an answer of its own (needs a codebook)',
    )
    .option('--seed <number>', 'whole number; the same seed gives the same result', parseSeed, 1)
    .option('--restarts <number>', 'starts to try for each number of classes', wholeNumber(1, 10_000), 10)
    .option('--compare <column>', 'cross-tabulates the classes with this column, e.g. archetype')
    .option('--assignments <file>', 'where to write the class of each row, with its probabilities (CSV)')
    .option('--id <column>', 'column that names the rows in --assignments')
    .addOption(new Option('--format <format>', 'how to write the result').choices(['json']).default('json'))
    .option('--output <file>', 'where to write the result, instead of the terminal')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
Answers are categories, also where they are numbers. A blank is missing and drops out of the likelihood.

Example:
  waymark classes --input docs/examples/clients.csv --items own_phone,phone_type,can_text,can_transact,used_social,used_transaction --classes 2-5 --weight weight --compare archetype`,
    )
    .action(report);
}

async function report(options: ClassesOptions): Promise<void> {
  const { input, output, assignments, codebook: path } = options;
  const [{ classesOfFile }, { refuseOverwriting }, { writeJson }] = await Promise.all([
    import('../segments/classes-file.ts'),
    import('../refuse-overwriting.ts'),
    import('../write-json.ts'),
  ]);
  for (const target of [assignments, output])
    if (target !== undefined) await refuseOverwriting(target, [input, path]);
  if (assignments !== undefined && output !== undefined) await refuseOverwriting(output, [assignments]);
  await writeJson(await classesOfFile({ ...options, codebook: await resolveCodebook(options) }), output);
}

function parseClasses(text: string): number[] {
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(text.trim()) ?? [];
  const from = Number(first);
  const to = Number(last);
  if (!(from >= 1 && from <= to && to <= MOST_CLASSES))
    throw new InvalidArgumentError(`Expected a number from 1 to ${MOST_CLASSES}, or a range such as 2-6.`);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
