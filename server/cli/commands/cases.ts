import type { Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import { wholeNumber } from '../parse-number.ts';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';

export function addCasesCommand(program: Command): void {
  const cases = program
    .command('cases')
    .description('The respondent list of a study: who is to be interviewed.');
  cases
    .command('import')
    .description(
      'Takes a list from a CSV file, all of it or nothing. An id that is there is changed, never doubled.',
    )
    .argument(
      '<file>',
      'CSV with the columns id, branch and any of name, phone, address, notes, assigned, wave',
    )
    .requiredOption('--study <id>', 'the study: see waymark study list')
    .option('--wave <number>', 'wave that they belong to', wholeNumber(1, 999))
    .option(...DATA_OPTION)
    .addHelpText(
      'after',
      `
\`assigned\` is the name of a tablet; blank is any tablet of the branch. What the file has no column for stays as it
is. A list that was downloaded can be given back; its columns of what came of each entry are not read. Names, telephone numbers and addresses are kept apart from answers, and reach nobody but supervisors,
administrators and the tablets of the branch.

Example:
  waymark cases import clients.csv --study demo --wave 1 --data ./data`,
    )
    .action(importList);
  cases
    .command('remove')
    .description(
      'Takes wrong entries off the list. One that records belong to stays, closed with the reason; tablets lose it.',
    )
    .argument('<ids...>', 'ids of the entries')
    .requiredOption('--study <id>', 'the study: see waymark study list')
    .requiredOption('--reason <text>', 'why, without names; it goes into the audit log')
    .option(...DATA_OPTION)
    .addHelpText(
      'after',
      `
Example:
  waymark cases remove C-1007 C-1008 --study demo --reason "Listed twice" --data ./data`,
    )
    .action(removeEntries);
}

async function removeEntries(
  ids: string[],
  { study, reason, data }: { readonly study: string; readonly reason: string; readonly data?: string },
): Promise<void> {
  const { statedReasonSchema } = await import('../../../contracts/personal.ts');
  const { removeCases } = await import('../../use-cases/cases/remove-cases.ts');
  const stated = statedReasonSchema.safeParse(reason);
  if (!stated.success)
    throw new WaymarkError(
      'INVALID_REQUEST',
      'Expected a reason of 5 to 300 characters.',
      'Say in a few words, without names, what is wrong with the entries.',
    );
  const wanted = { studyId: study, ids, reason: stated.data, scope: null };
  const { removed, closed } = await withExistingWaymark(data, ({ context }) => removeCases(context, wanted));
  process.stdout.write(`${removed} removed, ${closed} closed.\n`);
}

async function importList(
  file: string,
  { study, wave, data }: { readonly study: string; readonly wave?: number; readonly data?: string },
): Promise<void> {
  const { importCases } = await import('../../use-cases/cases/import-cases.ts');
  const { added, updated, leftAside } = await withExistingWaymark(data, ({ context }) =>
    importCases(context, { studyId: study, path: file, wave, scope: null }),
  );
  process.stdout.write(`${added} added, ${updated} changed.\n`);
  if (leftAside.length > 0) process.stdout.write(`Not read: ${leftAside.join(', ')}.\n`);
}
