import { CommanderError } from 'commander';
import { WaymarkError } from '../../contracts/errors.ts';
import { wantsStack } from '../config.ts';

/** 0 where help was shown, 2 where the caller can mend it, 1 for a fault of Waymark's own. */
export function exitCodeOf(error: unknown): 0 | 1 | 2 {
  if (error instanceof CommanderError) return error.exitCode === 0 || error.code === 'commander.help' ? 0 : 2;
  if (error instanceof WaymarkError) return error.code === 'INTERNAL' ? 1 : 2;
  return 1;
}

/** Writes `waymark: CODE: message` and the hint to standard error. */
export function reportError(error: unknown): void {
  if (exitCodeOf(error) === 0) return;
  const { code, message, hint } = describe(error);
  process.stderr.write(`waymark: ${code}: ${message}\n${hint === undefined ? '' : `  ${hint}\n`}`);
  if (wantsStack() && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
}

function describe(error: unknown): { code: string; message: string; hint?: string | undefined } {
  if (error instanceof WaymarkError) return error;
  if (error instanceof CommanderError)
    return {
      code: 'INVALID_REQUEST',
      message: error.message.replace(/^error: /, '').replace(/\s+/g, ' '),
      hint: 'Run the command with --help to see its options and an example.',
    };
  return {
    code: 'INTERNAL',
    message: error instanceof Error ? error.message : String(error),
    hint: 'This is a fault of Waymark. Run again with WAYMARK_DEBUG=1 to see where, and report it.',
  };
}
