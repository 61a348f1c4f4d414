import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { buildCli } from '../../../server/cli/testing/build-cli.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export interface ImportReport {
  readonly files: number;
  readonly refused: number;
}

const HEADER = 'id,branch,weight,consent,own_phone,shared_phone';
const cell = fc.oneof(
  fc.constantFrom(
    'yes',
    'no',
    'dontknow',
    '',
    '1',
    '-1',
    '1e999',
    'NaN',
    '"',
    '=cmd',
    'unanswered',
    '\u0000',
    '"a\nb"',
    '1,5',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const rows = fc
  .array(fc.array(cell, { minLength: 0, maxLength: 8 }), { maxLength: 12 })
  .map((lines) => lines.map((cells) => cells.join(',')).join('\n'));
const FILE = fc.oneof(
  rows.map((body) => Buffer.from(`${HEADER}\n${body}\n`)),
  rows.map((body) => Buffer.from(body)),
  rows.map((body) => Buffer.from(`\ufeff${HEADER.replaceAll(',', ';')}\r\n${body}`)),
  rows.map((body) => Buffer.from(`${HEADER}\n${body}`, 'utf16le')),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc.constant(Buffer.from(`${HEADER}\n"${'x'.repeat(3_000_000)}`)),
);

/**
 * Generated files to `waymark import`, each in a process of its own: it takes the file or says what is wrong with it
 * (exit code 2), and never fails by a fault of its own (1), hangs, or shows where in the program it stopped.
 */
export async function fuzzImport(files: number, seed: number): Promise<ImportReport> {
  const folder = temporaryFolder();
  const cli = await buildCli();
  let refused = 0;
  try {
    await fc.assert(
      fc.asyncProperty(FILE, async (content) => {
        const input = folder.path('input.csv');
        writeFileSync(input, content);
        const instrument = ['--instrument', 'msme-digital-maturity', '--title', 'Fuzz'];
        const { code, stderr } = await cli.run([
          'import',
          '--data',
          folder.path('data'),
          ...instrument,
          '--input',
          input,
        ]);
        if (code === 2) refused += 1;
        if (code !== 0 && code !== 2) throw new Error(`Exit code ${String(code)}: ${stderr}`);
        if (/\n\s+at |node:internal/.test(stderr)) throw new Error(`A trace: ${stderr}`);
      }),
      { seed, numRuns: files, endOnFailure: true },
    );
  } finally {
    await cli.remove();
    folder.remove();
  }
  return { files, refused };
}
