import type { Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import { readConfig } from '../../config.ts';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';

interface DataOption {
  readonly data?: string;
}

interface BackupOptions extends DataOption {
  readonly output?: string;
}

export function addBackupCommand(program: Command): void {
  const backup = program
    .command('backup')
    .description(
      'Writes the whole data folder into one file while the server runs, checks it, and prints its hash. ' +
        'It holds personal data and keys: guard it as the folder itself.',
    )
    .option('--output <file>', 'file to write; it must not be there yet')
    .option(...DATA_OPTION)
    .addHelpText(
      'after',
      '\nExample:\n  waymark backup --data /srv/waymark --output /backup/waymark-$(date +%F-%H%M).sqlite',
    )
    .action(writeBackup);
  backup
    .command('import')
    .description('Takes the interviews of a tablet’s backup file, each once, however often it is imported.')
    .argument('<file>', 'what the tablet saved (.waymark-backup)')
    .option(...DATA_OPTION)
    .addHelpText('after', '\nExample:\n  waymark backup import --data ./data tablet-7.waymark-backup')
    .action(importFile);
}

async function writeBackup({ data, output }: BackupOptions): Promise<void> {
  if (output === undefined)
    throw new WaymarkError('INVALID_REQUEST', 'Expected --output FILE.', 'See waymark backup --help.');
  const [{ backUp }, { backupText }] = await Promise.all([
    import('../../operations/back-up.ts'),
    import('../backup-text.ts'),
  ]);
  process.stdout.write(`${output}: ${backupText(await backUp(data ?? readConfig().dataDir, output))}`);
}

async function importFile(file: string, { data }: DataOption): Promise<void> {
  const [{ readLines }, { importBackup }, { backupReportText }] = await Promise.all([
    import('../../imports/read-lines.ts'),
    import('../../use-cases/import-backup.ts'),
    import('../backup-report-text.ts'),
  ]);
  const report = await withExistingWaymark(data, ({ context, accept }) =>
    importBackup(context, accept, readLines(file)),
  );
  process.stdout.write(backupReportText(report));
  if (report.missing > 0 || report.lines.some((line) => 'notTaken' in line)) process.exitCode = 1;
}
