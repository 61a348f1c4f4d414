import { Option, type Command } from 'commander';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  resolveCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';

interface CrosstabOptions extends CodebookChoice {
  readonly input: string;
  readonly rows: string;
  readonly columns: string;
  readonly weight?: string;
  readonly format: 'json' | 'csv';
  readonly output?: string;
}

export function addCrosstabCommand(program: Command): void {
  program
    .command('crosstab')
    .description('Cross-tabulates two columns of any CSV file: counts, percents, bases, tests and residuals.')
    .requiredOption('--input <file>', 'any CSV file with a header line (UTF-8)')
    .requiredOption('--rows <column>', 'column whose values are the rows of the table')
    .requiredOption('--columns <column>', 'column whose values are the columns of the table')
    .option('--weight <column>', 'column of sampling weights')
    .addOption(
      new Option('--format <format>', 'how to write the table').choices(['json', 'csv']).default('json'),
    )
    .option('--output <file>', 'where to write the table, instead of the terminal')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
Percents in JSON are proportions from 0 to 1; blank cells are left out and counted.

Example:
  waymark crosstab --input segments.csv --rows archetype --columns branch --weight weight --format csv`,
    )
    .action(tabulate);
}

async function tabulate(options: CrosstabOptions): Promise<void> {
  const { input, rows, columns, weight, format, output } = options;
  const [{ tabulateCsv }, { crosstabCsv }, { refuseOverwriting }] = await Promise.all([
    import('../../imports/tabulate-csv.ts'),
    import('../../exports/crosstab-csv.ts'),
    import('../refuse-overwriting.ts'),
  ]);
  if (output !== undefined) await refuseOverwriting(output, [input, options.codebook]);
  const table = await tabulateCsv({
    path: input,
    rows,
    columns,
    codebook: await resolveCodebook(options),
    ...(weight === undefined ? {} : { weight }),
  });
  const text = format === 'json' ? `${JSON.stringify(table, null, 2)}\n` : crosstabCsv(table);
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  const { writeAtomically } = await import('../../exports/write-atomically.ts');
  await writeAtomically(output, [text]);
}
