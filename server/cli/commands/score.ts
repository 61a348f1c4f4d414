import { Option, type Command } from 'commander';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  requireCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';
import { parseSeed } from '../parse-number.ts';

interface ScoreOptions extends CodebookChoice {
  readonly input: string;
  readonly output: string;
  readonly explanations?: string;
  readonly sensitivity?: boolean;
  readonly stability?: boolean;
  readonly format: 'text' | 'json';
  readonly seed: number;
  readonly ignoreUnknownColumns?: boolean;
}

export function addScoreCommand(program: Command): void {
  program
    .command('score')
    .description(
      'Sorts the respondents of a CSV file into archetypes: writes one row each, and prints the archetypes by branch.',
    )
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .requiredOption('--input <file>', 'respondents, one a row (CSV, UTF-8)')
    .requiredOption(
      '--output <file>',
      'where to write id, branch, weight, archetypes, confidence and scores (CSV)',
    )
    .option(
      '--explanations <file>',
      'where to write why each respondent is where she is: rule, what binds, thresholds, smallest change, probability of each cluster (CSV)',
    )
    .option(
      '--sensitivity',
      'also print how many change archetype when each threshold moves by 5 and 10 points',
    )
    .option('--stability', 'also print how well each cluster is found again in 50 bootstrap samples')
    .addOption(
      new Option('--format <format>', 'how to print the summary').choices(['text', 'json']).default('text'),
    )
    .option('--seed <number>', 'seed of the clusters; the same seed gives the same bytes', parseSeed, 1)
    .option('--ignore-unknown-columns', 'leave out columns that the codebook does not have')
    .addHelpText(
      'after',
      `
Example:
  waymark score --instrument msme-digital-maturity --input docs/examples/clients.csv \\
    --ignore-unknown-columns --output segments.csv
  waymark score --instrument msme-digital-maturity --input docs/examples/clients.csv \\
    --ignore-unknown-columns --output segments.csv --explanations explanations.csv --sensitivity --format json`,
    )
    .action(score);
}

async function score(options: ScoreOptions): Promise<void> {
  const codebook = await requireCodebook(options);
  const [{ scoreFile }, { segmentsReport, segmentsResult }] = await Promise.all([
    import('../score-file.ts'),
    import('../segments-report.ts'),
  ]);
  const scored = await scoreFile(codebook, { ...options, codebookFile: options.codebook });
  if (options.format === 'json') {
    const { writeJson } = await import('../write-json.ts');
    return writeJson(segmentsResult(codebook, scored));
  }
  process.stdout.write(segmentsReport(codebook, scored));
}
