import type { Command } from 'commander';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';

interface DataOption {
  readonly data?: string;
}

export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('Backup files that tablets save when they cannot send.')
    .command('import')
    .description('Takes the interviews of a tablet’s backup file, each once, however often it is imported.')
    .argument('<file>', 'what the tablet saved (.waymark-backup)')
    .option(...DATA_OPTION)
    .addHelpText('after', '\nExample:\n  waymark backup import --data ./data tablet-7.waymark-backup')
    .action(importFile);
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
