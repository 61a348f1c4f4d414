import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvLine, unescaped } from './csv-writer.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', '1', '.', 'e') }),
);

test('whatever is written is read back, but for the apostrophe in front of a formula', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (cells) => {
      const { data } = Papa.parse<string[]>(csvLine(cells), { delimiter: ',', newline: '\r\n' });
      expect(data[0]?.map(unescaped)).toEqual(cells);
    }),
  );
});

test('no cell but a plain number starts a formula', () => {
  fc.assert(
    fc.property(text, (cell) => {
      const [written = ''] =
        Papa.parse<string[]>(csvLine([cell, '']), { delimiter: ',', newline: '\r\n' }).data[0] ?? [];
      expect(/^[=+\-@\t\r]/.test(written) && !Number.isFinite(Number(written))).toBe(false);
    }),
  );
});
