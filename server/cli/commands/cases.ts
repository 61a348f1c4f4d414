import type { Command } from 'commander';
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
