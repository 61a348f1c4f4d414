import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { WaymarkError } from '../../contracts/errors.ts';

/**
 * Throws INVALID_REQUEST where the output is one of the files the command reads, keeps or writes, also
 * through links, and before they are there.
 */
export async function refuseOverwriting(
  output: string,
  inputs: readonly (string | undefined)[],
): Promise<void> {
  const real = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  const target = await real(output);
  for (const input of inputs) {
    if (input === undefined || (await real(input)) !== target) continue;
    throw new WaymarkError(
      'INVALID_REQUEST',
      `${output}: the output would replace ${input === output ? 'a file that is read or written' : input}.`,
      'Name another file for --output.',
    );
  }
}
