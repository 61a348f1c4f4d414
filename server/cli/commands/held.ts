import type { Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';
import { addHeldDecisions } from './held-decisions.ts';

interface HeldOptions {
  readonly data?: string;
  readonly study?: string;
  readonly id?: string;
  readonly output?: string;
}

export function addHeldCommand(program: Command): void {
  const held = program
    .command('held')
    .description('Records that came but do not count: in quarantine or in conflict.')
    .addHelpText(
      'after',
      '\nExamples:\n  waymark held --data ./data --study demo\n  waymark held --data ./data --id b2b9cca8-b63e-85c7-8b27-a12e522fbf22 --output recovered.json\n  waymark held release b2b9cca8-b63e-85c7-8b27-a12e522fbf22 --study demo --data ./data',
    );
  held
    .command('list', { isDefault: true })
    .description('Lists them, and why they were set aside. Shows no answers.')
    .option(...DATA_OPTION)
    .option('--study <id>', 'of this study only (default: all)')
    .option('--id <id>', 'with --output: the record to write, answers and all')
    .option('--output <file>', 'write what is kept under the id to a file (JSON, one record a line)')
    .addHelpText('after', '\nExample:\n  waymark held list --data ./data')
    .action((options: HeldOptions) =>
      options.id === undefined && options.output === undefined ? printHeld(options) : writeHeld(options),
    );
  addHeldDecisions(held);
}

/** Writes the content of a held record, such as an unfinished interview that a backup brought. */
async function writeHeld({ data, id, output }: HeldOptions): Promise<void> {
  if (id === undefined || output === undefined)
    throw new WaymarkError('INVALID_REQUEST', 'Expected both --id and --output.', 'See waymark held --help.');
  const [{ writeAtomically }, { record }] = await Promise.all([
    import('../../exports/write-atomically.ts'),
    import('../../use-cases/audit/audited.ts'),
  ]);
  const held = await withExistingWaymark(data, async ({ context }) => {
    const found = await context.store.submissions.readHeld(id);
    const note = { action: 'held.read', target: `record:${id}` };
    if (found.length > 0) await record(context, note, 'allowed');
    return found;
  });
  if (held.length === 0)
    throw new WaymarkError('NOT_FOUND', `No record of the id "${id}" is set aside.`, 'See waymark held.');
  await writeAtomically(
    output,
    held.map((record) => `${JSON.stringify(record)}\n`),
  );
  process.stdout.write(`${output}: ${held.length} written. It holds personal data.\n`);
}

const HEADER = [
  'id',
  'content',
  'study',
  'tablet',
  'branch',
  'received',
  'status',
  'decided',
  'reason',
] as const;

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
  const lines = held.map(
    ({ id, hash, studyId, tabletName, branch, receivedAt, status, lastDecision, isErased, reason }) => [
      ...[id, hash.slice(0, 12), studyId, tabletName ?? '–', branch === '' ? '–' : branch, receivedAt],
      ...[status, isErased ? 'erased' : (lastDecision?.decision ?? '–')],
      reason ?? (status === 'conflict' ? 'Another content was stored under this id before.' : '–'),
    ],
  );
  process.stdout.write(`${alignColumns([HEADER, ...lines], HEADER.length).join('\n')}\n`);
}
