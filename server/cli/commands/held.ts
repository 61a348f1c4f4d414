import type { Command } from 'commander';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';

interface HeldOptions {
  readonly data?: string;
  readonly study?: string;
}

export function addHeldCommand(program: Command): void {
  program
    .command('held')
    .description(
      'Lists records that came but do not count, and why: in quarantine or in conflict. Shows no answers.',
    )
    .option(...DATA_OPTION)
    .option('--study <id>', 'of this study only (default: all)')
    .addHelpText('after', '\nExample:\n  waymark held --data ./data --study demo')
    .action(printHeld);
}

async function printHeld({ data, study }: HeldOptions): Promise<void> {
  const [{ listHeld }, { alignColumns }] = await Promise.all([
    import('../../use-cases/list-held.ts'),
    import('../align-columns.ts'),
  ]);
  const held = await withExistingWaymark(data, ({ context }) => listHeld(context, study));
  if (held.length === 0) {
    process.stdout.write('No record is set aside.\n');
    return;
  }
  const lines = held.map(({ id, studyId, tabletName, branch, receivedAt, status, reason }) => [
    id,
    studyId,
    tabletName ?? '–',
    branch === '' ? '–' : branch,
    receivedAt,
    status,
    reason ?? (status === 'conflict' ? 'Another content was stored under this id before.' : '–'),
  ]);
  const header = ['id', 'study', 'tablet', 'branch', 'received', 'status', 'reason'];
  process.stdout.write(`${alignColumns([header, ...lines], header.length).join('\n')}\n`);
}
