import type { Command } from 'commander';

export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('Makes a data folder from a backup, after checking it. Never replaces anything.')
    .argument('<file>', 'what waymark backup wrote')
    .requiredOption('--to <folder>', 'data folder to make; it must not be there, or be empty')
    .option(
      '--erasures <file>',
      'erasures.jsonl of the data folder, or statements of erasures: who was erased since the backup is erased again',
    )
    .addHelpText(
      'after',
      '\nExample:\n  waymark restore /backup/waymark-2026-11-22-1900.sqlite --to /srv/waymark',
    )
    .action(restoreFile);
}

interface RestoreOptions {
  readonly to: string;
  readonly erasures?: string;
}

async function restoreFile(file: string, { to, erasures: list }: RestoreOptions): Promise<void> {
  const [{ restore }, { backupText }, { readErasures }] = await Promise.all([
    import('../../operations/restore.ts'),
    import('../backup-text.ts'),
    import('../../imports/read-erasures.ts'),
  ]);
  const report = await restore(file, to, list === undefined ? [] : await readErasures(list));
  process.stdout.write(`${to}: ${backupText(report)}`);
  process.stdout.write(
    list === undefined
      ? 'Who was erased after this backup was written is in it again. If there is a newer erasures.jsonl, restore with --erasures FILE.\n'
      : `${report.erasedAgain} erasures made after the backup were made again.\n`,
  );
}
