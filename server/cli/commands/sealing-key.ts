import type { Command } from 'commander';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';

interface SealingKeyOptions {
  readonly data?: string;
  readonly rotate?: boolean;
}

export function addSealingKeyCommand(program: Command): void {
  program
    .command('sealing-key')
    .description('The key that tablets seal finished interviews to. Prints its id, never the key.')
    .option(...DATA_OPTION)
    .option('--rotate', 'make a new one; what was sealed to the old ones can still be opened')
    .addHelpText('after', '\nExample:\n  waymark sealing-key --data ./data --rotate')
    .action(printKey);
}

async function printKey({ data, rotate = false }: SealingKeyOptions): Promise<void> {
  const kid = await withExistingWaymark(data, async ({ accept: { keys } }) =>
    rotate ? keys.rotate() : (await keys.current()).kid,
  );
  process.stdout.write(
    `Tablets seal to the key ${kid}${rotate ? ' from their next sync on' : ''}. The keys are in sealing-keys.json of the data folder: back it up.\n`,
  );
}
