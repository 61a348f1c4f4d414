import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Crosstab } from '../../../contracts/table.ts';
import { CORRECTIONS, type Correction } from '../../../scoring/statistics/adjust-p-values.ts';
import type { DesignInterval } from '../../../scoring/statistics/proportion-interval.ts';
import { addDesignOptions, type DesignOptions } from '../design-options.ts';
import { parseNames } from '../parse-list.ts';
import { shareBetween, wholeNumber } from '../parse-number.ts';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  resolveCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';

interface CrosstabOptions extends CodebookChoice, DesignOptions {
  readonly input: string;
  readonly rows: string;
  readonly columns: string;
  readonly multiple?: readonly string[];
  readonly order?: readonly string[];
  readonly mean?: readonly string[];
  readonly interval: DesignInterval;
  readonly minimumBase: number;
  readonly correction: Correction;
  readonly lettersLevels: readonly number[];
  readonly comparisons?: boolean;
  readonly format: 'json' | 'csv';
  readonly output?: string;
}

export function addCrosstabCommand(program: Command): void {
  const command = program
    .command('crosstab')
    .description(
      'Cross-tabulates columns of any CSV file: counts, percents, bases, standard errors, intervals, tests, letters.',
    )
    .requiredOption('--input <file>', 'any CSV file with a header line (UTF-8)')
    .requiredOption('--rows <column>', 'column whose values are the rows; "a>b" nests b in a')
    .requiredOption(
      '--columns <columns>',
      'column whose values are the columns; "a>b" nests b in a; a,b makes a table of each, side by side',
    );
  addDesignOptions(command)
    .addOption(
      new Option('--interval <method>', 'interval of column proportions')
        .choices(['logit', 'wilson', 'korn-graubard'])
        .default('logit'),
    )
    .option(
      '--minimum-base <respondents>',
      'withhold columns with fewer respondents, and what would give them away',
      wholeNumber(0, 1_000_000),
      0,
    )
    .addOption(
      new Option('--correction <method>', 'correction for the comparisons of columns within a row')
        .choices(CORRECTIONS)
        .default('bonferroni'),
    )
    .option(
      '--letters-levels <levels>',
      'significance level of letters, or two: the smaller gives upper case',
      parseLevels,
      [0.05],
    )
    .option('--comparisons', 'list every comparison of two columns, not only its letters')
    .option('--multiple <columns>', 'columns whose cells hold several codes with spaces between', parseNames)
    .option('--order <categories>', 'order of the rows, first to last; also tests for a trend', parseNames)
    .option('--mean <columns>', 'columns of numbers: their mean and median in every column', parseNames)
    .addOption(
      new Option('--format <format>', 'how to write the table').choices(['json', 'csv']).default('json'),
    )
    .option('--output <file>', 'where to write the table, instead of the terminal')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
Percents in JSON are proportions from 0 to 1; blank cells are left out and counted. Each column has a
letter; "higherThan" lists the columns that are significantly lower in that row.

Example:
  waymark crosstab --input docs/examples/clients.csv --rows archetype --columns branch --weight weight --strata branch --psu centre --fpc centres`,
    )
    .action(tabulate);
}

/** One significance level, or two that differ. */
function parseLevels(text: string): number[] {
  const levels = text.split(',').map(shareBetween(0.0001, 0.5));
  if (levels.length === 1 || (levels.length === 2 && levels[0] !== levels[1])) return levels;
  throw new InvalidArgumentError('Expected one level, or two that differ, such as 0.05,0.01.');
}

async function tabulate(options: CrosstabOptions): Promise<void> {
  const { input, rows, columns, format, output } = options;
  const [{ tabulateCsv }, { crosstabsCsv }, { refuseOverwriting }, { designRequest, designFrom }] =
    await Promise.all([
      import('../../imports/tabulate-csv.ts'),
      import('../../exports/crosstab-csv.ts'),
      import('../refuse-overwriting.ts'),
      import('../read-design.ts'),
    ]);
  if (output !== undefined) await refuseOverwriting(output, [input, options.codebook]);
  const result = await tabulateCsv({
    path: input,
    rows,
    columns,
    codebook: await resolveCodebook(options),
    needs: designRequest(options),
    design: (read) => designFrom(read, options),
    ...(options.multiple !== undefined && { several: options.multiple }),
    ...(options.order !== undefined && { order: options.order }),
    ...(options.mean !== undefined && { means: options.mean }),
    options: {
      interval: options.interval,
      confidence: options.confidence,
      minimumBase: options.minimumBase,
      correction: options.correction,
      levels: options.lettersLevels,
      comparisons: options.comparisons ?? false,
    },
  });
  if (format === 'json') {
    const { writeJson } = await import('../write-json.ts');
    return writeJson(result, output);
  }
  const tables: readonly Crosstab[] = 'banners' in result ? result.banners : [result];
  const text = crosstabsCsv(tables);
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  const { writeAtomically } = await import('../../exports/write-atomically.ts');
  await writeAtomically(output, [text]);
}
