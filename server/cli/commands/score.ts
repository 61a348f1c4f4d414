import type { Command } from 'commander';
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
    .option('--seed <number>', 'seed of the clusters; the same seed gives the same bytes', parseSeed, 1)
    .option('--ignore-unknown-columns', 'leave out columns that the codebook does not have')
    .addHelpText(
      'after',
      `
Example:
  waymark score --instrument msme-digital-maturity --input answers.csv --output segments.csv`,
    )
    .action(score);
}

async function score(options: ScoreOptions): Promise<void> {
  const codebook = await requireCodebook(options);
  const [{ scoreFile }, { segmentsReport }] = await Promise.all([
    import('../score-file.ts'),
    import('../segments-report.ts'),
  ]);
  const scored = await scoreFile(codebook, { ...options, codebookFile: options.codebook });
  process.stdout.write(segmentsReport(codebook, scored));
}
