import type { Command } from 'commander';
import type { Codebook } from '../../../contracts/codebook.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { Context } from '../../use-cases/context.ts';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  requireCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';
import { DATA_OPTION, withWaymark } from '../with-waymark.ts';

interface ImportOptions extends CodebookChoice {
  readonly data?: string;
  readonly input: string;
  readonly study?: string;
  readonly title?: string;
  readonly ignoreUnknownColumns?: boolean;
}

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('Takes the respondents of a CSV file into a study, all or none.')
    .option(...DATA_OPTION)
    .requiredOption('--input <file>', 'respondents, one a row (CSV, UTF-8)')
    .option('--study <id>', 'study to add them to; with --title, the id of the new study')
    .option('--title <text>', 'make a new study of that title')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .option('--ignore-unknown-columns', 'leave out columns that the codebook does not have')
    .addHelpText(
      'after',
      `
Example:
  waymark import --data ./data --title "Baseline" --instrument msme-digital-maturity --input answers.csv`,
    )
    .action(importFile);
}

async function importFile(options: ImportOptions): Promise<void> {
  const [{ readRespondents }, { importRespondents }, { studyReport }] = await Promise.all([
    import('../../imports/read-respondents.ts'),
    import('../../use-cases/import-respondents.ts'),
    import('../study-report.ts'),
  ]);
  const { input, ignoreUnknownColumns = false } = options;
  await withWaymark(options.data, async ({ context }) => {
    const codebook =
      options.title === undefined ? await codebookOfStudy(context, options) : await requireCodebook(options);
    const read = () => readRespondents(codebook, input, { ignoreUnknownColumns });
    // A new study is made only for a file that holds no fault, so it is read once before.
    if (options.title !== undefined) await readThrough(read());
    const studyId = await studyFor(context, options, codebook);
    const { added, alreadyThere, conflicts } = await importRespondents(context, studyId, read());
    process.stdout.write(
      `Study ${studyId}: ${added} added, ${alreadyThere} were there already, ${conflicts} in conflict with an earlier record of the same id (kept apart).\n\n`,
    );
    process.stdout.write(await studyReport(context, studyId));
  });
}

async function readThrough(respondents: AsyncGenerator<unknown, void, void>): Promise<void> {
  while ((await respondents.next()).done !== true);
}

async function codebookOfStudy(context: Context, { study: id }: ImportOptions): Promise<Codebook> {
  const [{ findStudy }, { loadStudyCodebook }] = await Promise.all([
    import('../../use-cases/find-study.ts'),
    import('../../use-cases/load-study-codebook.ts'),
  ]);
  if (id === undefined)
    throw new WaymarkError(
      'INVALID_REQUEST',
      'Expected --study ID for a study that is there, or --title TEXT for a new one.',
      'Run waymark import --help to see an example.',
    );
  const { codebook } = await loadStudyCodebook(context.store, await findStudy(context.store, id));
  return codebook;
}

async function studyFor(context: Context, options: ImportOptions, codebook: Codebook): Promise<string> {
  const { study: id, title } = options;
  if (title === undefined) return id ?? '';
  const { createStudy } = await import('../../use-cases/create-study.ts');
  const study = await createStudy(context, {
    ...(id === undefined ? {} : { id }),
    title,
    synthetic: false,
    source:
      options.instrument === undefined
        ? { codebook }
        : { instrument: { name: codebook.name, version: codebook.version } },
    branches: [],
  });
  return study.id;
}
