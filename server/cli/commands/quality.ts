import { Option, type Command } from 'commander';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  requireCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';

interface QualityOptions extends CodebookChoice {
  readonly input: string;
  readonly interviews?: string;
  readonly psu?: string;
  readonly ignoreUnknownColumns?: boolean;
  readonly format: 'text' | 'json';
}

export function addQualityCommand(program: Command): void {
  program
    .command('quality')
    .description('Looks for doubtful interviews in a CSV file, each with its reason. Leaves nothing out.')
    .requiredOption('--input <file>', 'respondents, one a row (CSV, UTF-8)')
    .option(
      '--interviews <file>',
      'how they were interviewed, by id: enumerator, started_at, finished_at, received_at, active_seconds, person (CSV)',
    )
    .option('--psu <column>', 'primary sampling unit, for the comparison of enumerators')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .option('--ignore-unknown-columns', 'leave out columns that the codebook does not have')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Thresholds and contradictions are Waymark's own: instruments/quality.json and docs/methods/quality-checks.md.

Example:
  waymark quality --instrument msme-digital-maturity --input docs/examples/clients.csv \\
    --interviews docs/examples/interviews.csv --psu centre --ignore-unknown-columns`,
    )
    .action(quality);
}

async function quality(options: QualityOptions): Promise<void> {
  const codebook = await requireCodebook(options);
  const [{ qualityOfFile }, { qualityReportText }] = await Promise.all([
    import('../quality-of-file.ts'),
    import('../quality-report.ts'),
  ]);
  const report = await qualityOfFile(codebook, options);
  if (options.format === 'json') {
    const { writeJson } = await import('../write-json.ts');
    return writeJson(report);
  }
  process.stdout.write(qualityReportText(report));
}
