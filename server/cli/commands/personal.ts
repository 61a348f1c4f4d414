import { Option, type Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import { ERASURE_MODES, type ErasureMode, type Retention } from '../../../contracts/personal.ts';
import { readConfig } from '../../config.ts';
import { wholeNumber } from '../parse-number.ts';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';

interface DataOption {
  readonly data?: string;
}

export function addPersonalCommand(program: Command): void {
  const personal = program
    .command('personal')
    .description('Personal data of respondents: how long it is kept, finding, erasing and exporting it.');
  personal
    .command('retain')
    .description(
      'Sets how long personal data is kept, of one study or of all without a setting of their own.',
    )
    .option(...DATA_OPTION)
    .option('--study <id>', 'of this study only (default: the institution)')
    .option('--days <number>', 'days it is kept', wholeNumber(1, 36_500))
    .addOption(
      new Option('--from <what>', 'counted from when each record was received, or from the end of fieldwork')
        .choices(['receipt', 'fieldwork'])
        .default('receipt'),
    )
    .option('--none', 'take the setting away')
    .addHelpText('after', '\nExample:\n  waymark personal retain --data ./data --days 365 --from fieldwork')
    .action(retain);
  personal
    .command('purge')
    .description('Removes the personal data that is past its time. The server does this daily by itself.')
    .option(...DATA_OPTION)
    .option('--dry-run', 'only say what would be removed')
    .addHelpText('after', '\nExample:\n  waymark personal purge --data ./data --dry-run')
    .action(purge);
  personal
    .command('find')
    .description('Looks for someone by part of her name or number, or by the id of a record or list entry.')
    .argument('<text>', 'at least three characters')
    .option(...DATA_OPTION)
    .addHelpText('after', '\nExample:\n  waymark personal find --data ./data "98 7654"')
    .action(find);
  personal
    .command('erase')
    .description('Erases one respondent everywhere, and writes the statement of it.')
    .option(...DATA_OPTION)
    .option('--record <id>', 'an interview or another record of hers')
    .option('--case <id>', 'her entry of the respondent list; with --study')
    .option('--study <id>', 'study of the list')
    .addOption(
      new Option('--mode <mode>', 'what identifies her (answers still count), or her answers too')
        .choices(ERASURE_MODES)
        .default('identifying'),
    )
    .requiredOption('--reason <text>', 'why, without names: it stands in the statement and the audit log')
    .requiredOption('--output <file>', 'where to write the statement (JSON)')
    .option('--yes', 'do it; without, only say what would be erased')
    .addHelpText(
      'after',
      '\nExample:\n  waymark personal erase --data ./data --record 3f2a… --reason "She asked for it" --output erased.json --yes',
    )
    .action(erase);
  personal
    .command('verify-erasure')
    .description('Checks the statement of an erasure: that it was not changed, and that nothing is left.')
    .argument('<file>', 'the statement')
    .option(...DATA_OPTION)
    .addHelpText('after', '\nExample:\n  waymark personal verify-erasure --data ./data erased.json')
    .action(verify);
  personal
    .command('export')
    .description('Writes names, contacts, notes and places of a study as CSV. The purpose is recorded.')
    .option(...DATA_OPTION)
    .requiredOption('--study <id>', 'study to export')
    .requiredOption('--purpose <text>', 'what for, without names: it stands in the audit log')
    .requiredOption('--output <file>', 'where to write')
    .addHelpText(
      'after',
      '\nExample:\n  waymark personal export --data ./data --study demo --purpose "Thank-you calls" --output people.csv',
    )
    .action(exportFile);
}

interface RetainOptions extends DataOption {
  readonly study?: string;
  readonly days?: number;
  readonly from: Retention['countedFrom'];
  readonly none?: boolean;
}

async function retain({ data, study, days, from, none = false }: RetainOptions): Promise<void> {
  if ((days === undefined) !== none)
    throw new WaymarkError(
      'INVALID_REQUEST',
      'Expected either --days NUMBER or --none.',
      'See waymark personal retain --help.',
    );
  const { setRetention } = await import('../../use-cases/personal/retention.ts');
  const retention = days === undefined ? null : { days, countedFrom: from };
  await withExistingWaymark(data, ({ context }) =>
    setRetention(context, { studyId: study ?? null, retention }),
  );
  const of = study === undefined ? 'every study without a setting of its own' : `study ${study}`;
  const what =
    retention === null
      ? 'no setting any more'
      : `${retention.days} days from ${from === 'receipt' ? 'receipt' : 'the end of fieldwork'}`;
  process.stdout.write(`Personal data of ${of}: ${what}.\n`);
}

async function purge({ data, dryRun = false }: DataOption & { readonly dryRun?: boolean }): Promise<void> {
  const { purgePersonalData } = await import('../../use-cases/personal/retention.ts');
  const purged = await withExistingWaymark(data, ({ context }) => purgePersonalData(context, { dryRun }));
  if (purged.length === 0) process.stdout.write('Nothing is past its time.\n');
  for (const { studyId, records, unreadable, contacts, attachments, draftCopies } of purged)
    process.stdout.write(
      `${studyId}: personal data of ${records} records (${unreadable} that could not be read, and go whole), ${contacts} contacts, ${attachments} photos and ${draftCopies} copies of unfinished interviews ${dryRun ? 'would be' : 'was'} removed.\n`,
    );
}

async function find(text: string, { data }: DataOption): Promise<void> {
  const [{ searchPersonal }, { alignColumns }, { personalSearchSchema }] = await Promise.all([
    import('../../use-cases/personal/search-personal.ts'),
    import('../align-columns.ts'),
    import('../../../contracts/personal.ts'),
  ]);
  const wanted = personalSearchSchema.safeParse({ text });
  if (!wanted.success)
    throw new WaymarkError('INVALID_REQUEST', 'Expected at least three characters to look for.');
  const { matches, isCut } = await withExistingWaymark(data, ({ context }) =>
    searchPersonal(context, wanted.data),
  );
  if (matches.length === 0) {
    process.stdout.write('Nobody was found.\n');
    return;
  }
  const rows = matches.map(({ target, studyId, kind, branch, receivedAt, caseId, contact }) => [
    'recordId' in target ? target.recordId : '–',
    caseId ?? '–',
    ...[studyId, branch, kind, receivedAt ?? '–', contact.join(', ')],
  ]);
  const header = ['record', 'case', 'study', 'branch', 'kind', 'received', 'who'];
  process.stdout.write(`${alignColumns([header, ...rows], header.length).join('\n')}\n`);
  if (isCut) process.stdout.write('There are more: look for more of the name.\n');
}

interface EraseOptions extends DataOption {
  readonly record?: string;
  readonly case?: string;
  readonly study?: string;
  readonly mode: ErasureMode;
  readonly reason: string;
  readonly output: string;
  readonly yes?: boolean;
}

async function erase(options: EraseOptions): Promise<void> {
  const [{ eraseRespondent, planErasure }, { statedReasonSchema }, { writeJson }] = await Promise.all([
    import('../../use-cases/personal/erase-respondent.ts'),
    import('../../../contracts/personal.ts'),
    import('../write-json.ts'),
  ]);
  const target = targetOf(options);
  const reason = statedReasonSchema.safeParse(options.reason);
  if (!reason.success)
    throw new WaymarkError('INVALID_REQUEST', 'Expected a reason in a few words.', 'Name nobody in it.');
  await withExistingWaymark(options.data, async ({ context }) => {
    const plan = await planErasure(context, target);
    for (const { id, kind, status, branch, receivedAt } of plan.records)
      process.stdout.write(`${id}  ${kind}  ${status}  ${branch}  ${receivedAt}\n`);
    process.stdout.write(
      `${plan.records.length} records, ${plan.contacts} contacts and ${plan.attachments} photos of study ${plan.studyId}.\n`,
    );
    if (options.yes !== true) {
      process.stdout.write('Nothing was erased. Add --yes to erase it.\n');
      return;
    }
    const { statement, isScrubbed } = await eraseRespondent(context, {
      ...{ target, mode: options.mode, reason: reason.data },
      records: plan.records.length,
    });
    await writeJson(statement, options.output);
    process.stdout.write(`Erased. The statement is in ${options.output}.\n`);
    if (!isScrubbed)
      process.stdout.write(
        'Someone was reading just now: the log file beside the database is cleared by the daily work of the server.\n',
      );
  });
}

function targetOf({ record, case: caseId, study }: EraseOptions) {
  if (record !== undefined && caseId === undefined) return { recordId: record };
  if (record === undefined && caseId !== undefined && study !== undefined) return { studyId: study, caseId };
  throw new WaymarkError(
    'INVALID_REQUEST',
    'Expected either --record ID, or --study ID with --case ID.',
    'waymark personal find shows the ids.',
  );
}

async function verify(file: string, { data }: DataOption): Promise<void> {
  const [{ readErasures }, { verifyErasure }] = await Promise.all([
    import('../../imports/read-erasures.ts'),
    import('../../use-cases/personal/verify-erasure.ts'),
  ]);
  const statements = await readErasures(file);
  await withExistingWaymark(data, async ({ store }) => {
    for (const statement of statements) {
      const verdict = await verifyErasure(store, statement);
      const doubts = [
        verdict.isUnchanged ? [] : 'the statement was changed',
        verdict.isKept ? [] : 'this database does not keep it in an unbroken chain',
        verdict.isRecorded ? [] : 'the audit log does not name it, or is not whole',
        verdict.isCountKept ? [] : 'the total of respondents changed',
        verdict.remains.length === 0 ? [] : `something is still here of ${verdict.remains.join(', ')}`,
      ].flat();
      if (doubts.length > 0)
        throw new WaymarkError(
          'ERASURE_BROKEN',
          `The erasure ${statement.id} does not hold: ${doubts.join('; ')}.`,
          'Keep the file and this database as they are, and find out since when.',
        );
      process.stdout.write(
        `${statement.id}: holds. ${statement.records.length} records, erased ${statement.at}; nothing of them is here.\n`,
      );
    }
  });
}

interface ExportOptions extends DataOption {
  readonly study: string;
  readonly purpose: string;
  readonly output: string;
}

async function exportFile({ data, study, purpose, output }: ExportOptions): Promise<void> {
  const [{ exportPersonal }, { statedReasonSchema }, { writeAtomically }, { refuseOverwriting }, store, csv] =
    await Promise.all([
      import('../../use-cases/personal/export-personal.ts'),
      import('../../../contracts/personal.ts'),
      import('../../exports/write-atomically.ts'),
      import('../refuse-overwriting.ts'),
      import('../../open-store.ts'),
      import('../../exports/csv-writer.ts'),
    ]);
  const stated = statedReasonSchema.safeParse(purpose);
  if (!stated.success)
    throw new WaymarkError('INVALID_REQUEST', 'Expected the purpose in a few words.', 'Name nobody in it.');
  await refuseOverwriting(output, store.databaseFiles(data ?? readConfig().dataDir));
  await withExistingWaymark(data, async ({ context }) => {
    const lines = await exportPersonal(context, { studyId: study, scope: null, purpose: stated.data });
    await writeAtomically(output, withMark(csv.UTF8_BOM, lines));
  });
  process.stdout.write(`${output}: written. It names people: guard it, and delete it when it has served.\n`);
}

async function* withMark(mark: string, lines: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  yield mark;
  yield* lines;
}
