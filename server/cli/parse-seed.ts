import { InvalidArgumentError } from 'commander';

/** A seed as given on the command line: a whole number from 0 to 4,294,967,295. */
export function parseSeed(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= 0xffff_ffff) return seed;
  throw new InvalidArgumentError('Expected a whole number from 0 to 4294967295.');
}
