import { Option, type Command } from 'commander';
import { parseNames } from '../parse-list.ts';
import { parseSeed, wholeNumber } from '../parse-number.ts';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  resolveCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';

interface TypingToolOptions extends CodebookChoice {
  readonly input: string;
  readonly target: string;
  readonly items?: readonly string[];
  readonly minimum: number;
  readonly maximum: number;
  readonly weight?: string;
  readonly folds: number;
  readonly seed: number;
  readonly synthetic?: boolean;
  readonly output?: string;
  readonly folder?: string;
}

export function addTypingToolCommand(program: Command): void {
  program
    .command('typing-tool')
    .description(
      'Finds the shortest set of questions that tells the segment, and writes them as a SurveyJS instrument.',
    )
    .requiredOption('--input <file>', 'CSV file with answers and the segment of each respondent (UTF-8)')
    .requiredOption('--target <column>', 'column of the segment, e.g. archetype; its categories in order')
    .option(
      '--items <columns>',
      "items to choose from, with commas between; the instrument's scored items otherwise",
      parseNames,
    )
    .option('--minimum <number>', 'fewest questions', wholeNumber(1, 30), 6)
    .option('--maximum <number>', 'most questions', wholeNumber(1, 30), 10)
    .option('--weight <column>', 'column of sampling weights')
    .option('--folds <number>', 'parts of the cross-validation', wholeNumber(2, 50), 10)
    .option('--seed <number>', 'whole number; the same seed gives the same result', parseSeed, 1)
    .option('--synthetic', 'the answers are synthetic: the instrument then says so')
    .option('--output <file>', 'where to write the SurveyJS instrument (JSON); needs --instrument')
    .option(
      '--folder <folder>',
      'where to write it as an instrument of Waymark: survey, model, result card, codebook',
    )
    .addOption(new Option('--format <format>', 'how to write the result').choices(['json']).default('json'))
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
The result goes to the terminal: accuracy by number of questions, per segment, and the points to add up.

Example:
  waymark typing-tool --input docs/examples/clients.csv --target archetype --instrument msme-digital-maturity --weight weight --synthetic --output typing-tool.json`,
    )
    .action(build);
}

async function build(options: TypingToolOptions): Promise<void> {
  const { input, output, folder, codebook: path, target, synthetic = false } = options;
  const [{ typingOfFile }, writing, { refuseOverwriting }, { writeJson }] = await Promise.all([
    import('../segments/typing-file.ts'),
    import('../segments/write-typing-tool.ts'),
    import('../refuse-overwriting.ts'),
    import('../write-json.ts'),
  ]);
  if (output !== undefined) await refuseOverwriting(output, [input, path]);
  const codebook = await resolveCodebook(options);
  const source = output === undefined && folder === undefined ? null : await writing.typingSource(codebook);
  const { tool, segments, items, result } = await typingOfFile({ ...options, codebook });
  const { from, largestTotal } = tool.scorecard;
  const screening = {
    target,
    segments,
    from,
    largestTotal,
    items,
    accuracy01: tool.chosen.accuracy01,
    synthetic,
  };
  if (output !== undefined && source !== null) await writing.writeTypingSurvey(output, screening, source);
  if (folder !== undefined && source !== null) await writing.writeTypingFolder(folder, screening, source);
  await writeJson({
    source: codebook === null ? null : { name: codebook.name, version: codebook.version },
    ...(codebook === null ? { reason: 'No instrument was named.' } : {}),
    ...result,
  });
}
