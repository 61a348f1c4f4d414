import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDecimal } from './read-decimal.ts';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

it('reads what the pattern of decimal numbers allows, and nothing else', () => {
  const texts = fc.oneof(
    fc.stringMatching(/^[0-9+\-.eExbon_,fIinty]{0,10}$/),
    fc.string({ maxLength: 6 }).map((text) => text.trim()),
    fc.double().map(String),
    fc.integer().map(String),
    fc.constantFrom(
      '0x1F',
      '0b11',
      '0o17',
      '0X1',
      'Infinity',
      '-Infinity',
      '+Infinity',
      'NaN',
      '1e5',
      '1e999',
      '1_000',
    ),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const expected = DECIMAL.test(text) && Number.isFinite(Number(text)) ? Number(text) : Number.NaN;
      expect(readDecimal(text)).toBe(expected);
    }),
    { numRuns: 3000, seed: 1 },
  );
});
