import type { Command } from 'commander';

export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('Makes a data folder from a backup, after checking it. Never replaces anything.')
    .argument('<file>', 'what waymark backup wrote')
    .requiredOption('--to <folder>', 'data folder to make; it must not be there, or be empty')
    .addHelpText(
      'after',
      '\nExample:\n  waymark restore /backup/waymark-2026-11-22-1900.sqlite --to /srv/waymark',
    )
    .action(restoreFile);
}

async function restoreFile(file: string, { to }: { readonly to: string }): Promise<void> {
  const [{ restore }, { backupText }] = await Promise.all([
    import('../../operations/restore.ts'),
    import('../backup-text.ts'),
  ]);
  process.stdout.write(`${to}: ${backupText(await restore(file, to))}`);
}
