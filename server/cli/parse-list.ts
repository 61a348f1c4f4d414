import { InvalidArgumentError } from 'commander';

/** A parser for names with commas between them: `a,b,c`. Spaces around names do not count. */
export function parseNames(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('') || new Set(names).size < names.length)
    throw new InvalidArgumentError('Expected names with commas between them, each once.');
  return names;
}

/** A parser for the parts of a ratio: `1:1:2`, whole numbers from 1 to 1000. */
export function parseRatio(text: string): readonly number[] {
  const parts = text.split(':');
  if (parts.every((part) => /^[1-9]\d{0,3}$/.test(part) && Number(part) <= 1000)) return parts.map(Number);
  throw new InvalidArgumentError('Expected whole numbers from 1 to 1000 with colons between them, as 1:1:2.');
}
