const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const LETTERS = 0x40;

/**
 * The number written in a cell without blanks around it: decimal, with a point, perhaps an exponent;
 * NaN for anything else (`0x1F`, `1,5`, `Infinity`, nothing).
 *
 * `Number` reads the same and more. All that it reads more has a letter in second place, except for
 * nothing at all, so most cells need no pattern, which takes longer than reading the number.
 */
export function readDecimal(text: string): number {
  if (text === '') return Number.NaN;
  const value = Number(text);
  const isPlain = text.length < 2 || text.charCodeAt(1) < LETTERS || DECIMAL.test(text);
  return isPlain && Number.isFinite(value) ? value : Number.NaN;
}
