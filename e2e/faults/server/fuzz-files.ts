import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Codebook, type Variable } from '../../../contracts/codebook.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import { loadCodebook } from '../../../instruments/registry.ts';
import { createWaymark } from '../../../server/compose.ts';
import { readLines } from '../../../server/imports/read-lines.ts';
import { readRespondents } from '../../../server/imports/read-respondents.ts';
import { makeDelivery, makeInterview } from '../../../server/testing/make-delivery.ts';
import { importBackup } from '../../../server/use-cases/import-backup.ts';
import { importRespondents } from '../../../server/use-cases/import-respondents.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { prepareField } from '../support/prepare-field.ts';

export interface FilesReport {
  readonly csv: { readonly files: number; readonly taken: number };
  readonly backups: { readonly files: number; readonly taken: number; readonly recordsTaken: number };
}

const nasty = fc.constantFrom('nonsense', '-1', '1e999', '"', '=cmd', '\u0000', '1,5', 'x'.repeat(5000), ';');

/** A cell as the codebook wants it; blank now and then. */
const cellOf = ({ type, values, minimum = 0, maximum = 99 }: Variable): fc.Arbitrary<string> => {
  if (type === 'number') return fc.integer({ min: minimum, max: maximum }).map(String);
  if (type === 'text') return fc.constantFrom('', 'Amina', 'রোজা', '"a, ""quoted"" one"');
  const code = fc.constantFrom('', ...values.map((one) => one.code));
  return code;
};

/** A whole file of respondents, with at most two faults in it, and often none. */
function csvFiles(codebook: Codebook): fc.Arbitrary<string> {
  const { id, branch } = codebook.columns;
  const variables = codebook.variables.filter(({ personal }) => personal !== true);
  const names = variables.map(({ name }) => name);
  const row = fc.tuple(fc.constantFrom('north', 'south'), ...variables.map(cellOf));
  const rows = fc.array(row, { minLength: 1, maxLength: 12 });
  const faults = fc.array(fc.tuple(fc.nat(), fc.nat(), nasty), { maxLength: 1 });
  const ends = fc.constantFrom('\n', '\r\n');
  return fc.tuple(rows, faults, ends, fc.constantFrom('', '\ufeff')).map(([cells, wrong, end, mark]) => {
    const table = [[id, branch, ...names], ...cells.map((each, index) => [`r${index}`, ...each])];
    for (const [line, column, cell] of wrong) {
      const target = table[line % table.length];
      if (target) target[column % target.length] = cell;
    }
    return mark + table.map((line) => line.join(',')).join(end);
  });
}

/** A backup file of a tablet: whole, or with a line changed, cut off, doubled or gone. */
const backupFiles = (tabletId: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('whole', 'cut', 'doubled', 'gone', 'changed', 'typed'),
      fc.nat(),
      fc.jsonValue({ maxDepth: 2 }),
    )
    .map(([records, fault, at, value]) => {
      const lines = [
        JSON.stringify({
          waymark: 'backup',
          version: 1,
          madeAt: '2026-11-22T10:00:00Z',
          records: records.length,
        }),
        ...records.map((isRight) => {
          const interview = makeInterview();
          const { hash, payload } = makeDelivery(isRight ? interview : { ...interview, answers: 'none' });
          return JSON.stringify({ kind: 'finished', id: interview.id, tabletId, hash, payload });
        }),
      ];
      const index = at % lines.length;
      const line = lines[index] ?? '';
      if (fault === 'cut') lines[index] = line.slice(0, at % line.length);
      if (fault === 'doubled') lines.splice(index, 0, line);
      if (fault === 'gone') lines.splice(index, 1);
      if (fault === 'changed') lines[index] = line.replace(/[a-f]/, 'g');
      if (fault === 'typed') lines[index] = JSON.stringify(value);
      return `${lines.join('\n')}\n`;
    });

/**
 * Generated files, mostly right, to the import of respondents and of a tablet's backup: each is taken, or refused
 * with a reason that a person can act on, and never fails otherwise.
 */
export async function fuzzFiles(files: number, seed: number): Promise<FilesReport> {
  const folder = temporaryFolder();
  const dataDir = folder.path('data');
  await prepareField(dataDir);
  const waymark = await createWaymark({ dataDir });
  const codebook = await loadCodebook('msme-digital-maturity', 'v1');
  const path = folder.path('input');
  let [csvTaken, backupsTaken, recordsTaken, studies] = [0, 0, 0, 0];
  const isRefusal = (error: unknown): boolean => error instanceof WaymarkError && error.code !== 'INTERNAL';
  try {
    const [tablet] = await waymark.store.tablets.list();
    await fc.assert(
      fc.asyncProperty(csvFiles(codebook), async (content) => {
        writeFileSync(path, content);
        try {
          const source = { instrument: { name: codebook.name, version: codebook.version } };
          const study = {
            id: `fuzz-${(studies += 1)}`,
            title: 'Fuzz',
            synthetic: true,
            source,
            branches: [],
          };
          await importRespondents(waymark.context, study, readRespondents(codebook, path));
          csvTaken += 1;
        } catch (error) {
          if (!isRefusal(error)) throw error;
        }
      }),
      { seed, numRuns: files, endOnFailure: true },
    );
    await fc.assert(
      fc.asyncProperty(backupFiles(tablet?.id ?? ''), async (content) => {
        writeFileSync(path, content);
        try {
          const { lines } = await importBackup(waymark.context, waymark.accept, readLines(path));
          backupsTaken += 1;
          recordsTaken += lines.filter((line) => 'receipt' in line).length;
        } catch (error) {
          if (!isRefusal(error)) throw error;
        }
      }),
      { seed, numRuns: files, endOnFailure: true },
    );
  } finally {
    await waymark.close();
    folder.remove();
  }
  return {
    csv: { files, taken: csvTaken },
    backups: { files, taken: backupsTaken, recordsTaken },
  };
}
