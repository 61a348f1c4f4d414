import { realpath } from 'node:fs/promises';
import { WaymarkError } from '../../contracts/errors.ts';

/** Throws INVALID_REQUEST where the output is one of the files the command reads or keeps, also through links. */
export async function refuseOverwriting(
  output: string,
  inputs: readonly (string | undefined)[],
): Promise<void> {
  const real = (path: string): Promise<string | null> => realpath(path).catch(() => null);
  const target = await real(output);
  if (target === null) return;
  for (const input of inputs) {
    if (input === undefined || (await real(input)) !== target) continue;
    throw new WaymarkError(
      'INVALID_REQUEST',
      `${output}: the output would replace ${input === output ? 'a file that is read' : input}.`,
      'Name another file for --output.',
    );
  }
}
