import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Codebook } from '../../../contracts/codebook.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { Context } from '../../use-cases/context.ts';
import type { NewStudy } from '../../use-cases/create-study.ts';
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
    const target = newStudyOf(options, codebook) ?? options.study ?? '';
    const studyId = typeof target === 'string' ? target : target.id;
    const respondents = readRespondents(codebook, input, { ignoreUnknownColumns });
    const { added, alreadyThere, conflicts } = await importRespondents(context, target, respondents);
    process.stdout.write(
      `Study ${studyId}: ${added} added, ${alreadyThere} were there already, ${conflicts} in conflict with an earlier record of the same id (kept apart).\n\n`,
    );
    process.stdout.write(await studyReport(context, studyId));
  });
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

/** The study to make; null where the respondents go to one that is there. */
function newStudyOf(
  { study: id, title, instrument }: ImportOptions,
  codebook: Codebook,
): (NewStudy & { readonly id: string }) | null {
  if (title === undefined) return null;
  return {
    id: id ?? randomUUID(),
    title,
    synthetic: false,
    source:
      instrument === undefined
        ? { codebook }
        : { instrument: { name: codebook.name, version: codebook.version } },
    branches: [],
  };
}
