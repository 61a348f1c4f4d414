import type { Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';

interface VerifyOptions {
  readonly data?: string;
  readonly head?: string;
}

export function addAuditCommand(program: Command): void {
  program
    .command('audit')
    .description('The log of who did what.')
    .command('verify')
    .description('Checks that no line of the audit log was edited or removed, and prints its last hash.')
    .option(...DATA_OPTION)
    .option('--head <hash>', 'a last hash that was noted before; it must still be in the log')
    .addHelpText('after', '\nExample:\n  waymark audit verify --data ./data')
    .action(verify);
}

async function verify({ data, head }: VerifyOptions): Promise<void> {
  const { verifyAudit } = await import('../../use-cases/audit/verify-audit.ts');
  const verdict = await withExistingWaymark(data, ({ context }) => verifyAudit(context.store, head));
  if (!verdict.intact)
    throw new WaymarkError(
      'AUDIT_BROKEN',
      verdict.why === 'head'
        ? `The hash ${head ?? ''} is not in the audit log: the log was written anew, or the hash is of another one.`
        : `The audit log does not hold from line ${verdict.at} on: a line was ${verdict.why}.`,
      'Keep this database as it is and compare it with a backup. Lines before that one are as they were written.',
    );
  process.stdout.write(
    `The audit log is whole: ${verdict.lines} lines. Last hash, to note elsewhere:\n${verdict.head}\n`,
  );
}
