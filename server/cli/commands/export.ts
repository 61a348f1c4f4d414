import { Option, type Command } from 'commander';
import { readConfig } from '../../config.ts';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';

interface ExportOptions {
  readonly data?: string;
  readonly study: string;
  readonly what: 'segments' | 'crosstab';
  readonly rows: string;
  readonly columns: string;
  readonly weighted: boolean;
  readonly output: string;
}

export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('Writes the segments of a study, or a table of them, as a CSV file that Excel opens.')
    .option(...DATA_OPTION)
    .requiredOption('--study <id>', 'study to export')
    .addOption(
      new Option('--what <what>', 'one row per respondent, or a table')
        .choices(['segments', 'crosstab'])
        .default('segments'),
    )
    .option('--rows <variable>', 'rows of the table', 'archetype')
    .option('--columns <variable>', 'columns of the table', 'branch')
    .option('--no-weighted', 'count every respondent as 1 in the table')
    .requiredOption('--output <file>', 'where to write')
    .addHelpText(
      'after',
      `
Example:
  waymark export --data ./data --study demo --what segments --output segments.csv`,
    )
    .action(exportFile);
}

async function exportFile(options: ExportOptions): Promise<void> {
  const { study: studyId, what, rows, columns, weighted, output } = options;
  const [{ writeAtomically }, { refuseOverwriting }, { databaseFiles }] = await Promise.all([
    import('../../exports/write-atomically.ts'),
    import('../refuse-overwriting.ts'),
    import('../../open-store.ts'),
  ]);
  await refuseOverwriting(output, databaseFiles(options.data ?? readConfig().dataDir));
  await withExistingWaymark(options.data, async ({ context }) => {
    if (what === 'segments') {
      const [{ exportSegments }, { UTF8_BOM }] = await Promise.all([
        import('../../use-cases/export-segments.ts'),
        import('../../exports/csv-writer.ts'),
      ]);
      const lines = await exportSegments(context, { studyId, scope: null });
      return writeAtomically(output, withMark(UTF8_BOM, lines));
    }
    const [{ tabulateStudy }, { crosstabCsv }] = await Promise.all([
      import('../../use-cases/tabulate-study.ts'),
      import('../../exports/crosstab-csv.ts'),
    ]);
    const table = await tabulateStudy(context, { studyId, rows, columns, weighted, scope: null });
    return writeAtomically(output, [crosstabCsv(table)]);
  });
}

function* withMark(mark: string, lines: Iterable<string>): Generator<string, void, void> {
  yield mark;
  yield* lines;
}
