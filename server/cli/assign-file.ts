import { WaymarkError } from '../../contracts/errors.ts';
import { assignArms } from '../../scoring/experiments/assign-arms.ts';
import { sampleRatio } from '../../scoring/experiments/sample-ratio.ts';
import { compareCodes } from '../../scoring/tabulate/encode.ts';
import { copyCsv } from '../exports/copy-csv.ts';
import { writeAtomically } from '../exports/write-atomically.ts';
import { findColumn } from '../imports/find-column.ts';
import { readCsv } from '../imports/read-csv.ts';

export interface AssignRequest {
  readonly input: string;
  readonly id: string;
  readonly arms: readonly string[];
  /** Default: equal parts. */
  readonly ratio?: readonly number[];
  readonly stratify: readonly string[];
  readonly seed: number;
  readonly armColumn: string;
  readonly output: string;
}

/** How evenly people were assigned: the balance table, per stratum and over all. */
export interface AssignmentReport {
  readonly seed: number;
  readonly output: string;
  readonly n: number;
  readonly arms: readonly { readonly arm: string; readonly n: number; readonly planned: number }[];
  readonly sampleRatio: { readonly statistic: number | null; readonly pValue: number | null };
  readonly strata: readonly {
    readonly stratum: Readonly<Record<string, string>>;
    readonly n: number;
    readonly arms: Readonly<Record<string, number>>;
  }[];
}

/** Between the values of a stratum; in no cell of a file. */
const SEPARATOR = '\u0001';

/**
 * Assigns the people of a CSV file to arms and writes the file again with a column for the arm. Reads it
 * twice, so that only ids and strata are in memory. A blank value is a stratum of its own.
 *
 * Throws what `readCsv` and `writeAtomically` throw; `MISSING_ID`, `DUPLICATE_ID` with the line;
 * `INVALID_REQUEST` where the column for the arm is there already, or arms and ratio do not fit.
 */
export async function assignFile(request: AssignRequest): Promise<AssignmentReport> {
  const { input, arms, seed, output, stratify } = request;
  const ratio = request.ratio ?? arms.map(() => 1);
  if (arms.length < 2) throw refusal('Expected at least two arms; found one.', 'Name the control too.');
  if (ratio.length !== arms.length)
    throw refusal(
      `Expected a ratio of ${arms.length} parts, for ${arms.join(', ')}; found ${ratio.length}.`,
      'Give one part per arm, in the order of --arms.',
    );
  const { ids, strata } = await readPeople(request);
  const assigned = assignArms({ ids, strata, ratio, seed });
  const armNames = Array.from(assigned, (arm) => arms[arm] ?? '');
  await writeAtomically(output, copyCsv(input, [{ name: request.armColumn, values: armNames }], ids.length));
  const counts = arms.map(() => 0);
  const tables = new Map<string, number[]>();
  assigned.forEach((arm, row) => {
    const stratum = strata[row] ?? '';
    const table = tables.get(stratum) ?? arms.map(() => 0);
    tables.set(stratum, table);
    table[arm] = (table[arm] ?? 0) + 1;
    counts[arm] = (counts[arm] ?? 0) + 1;
  });
  const parts = ratio.reduce((sum, part) => sum + part, 0);
  const { statistic, pValue } = sampleRatio(counts, ratio);
  return {
    seed,
    output,
    n: ids.length,
    arms: arms.map((arm, place) => ({
      arm,
      n: counts[place] ?? 0,
      planned: (ids.length * (ratio[place] ?? 0)) / parts,
    })),
    sampleRatio: { statistic, pValue },
    strata: [...tables]
      .map(([stratum, table]) => ({ values: stratum.split(SEPARATOR), table }))
      .toSorted((a, b) => compareValues(a.values, b.values))
      .map(({ values, table }) => ({
        stratum: Object.fromEntries(stratify.map((name, place) => [name, values[place] ?? ''])),
        n: table.reduce((sum, count) => sum + count, 0),
        arms: Object.fromEntries(arms.map((arm, place) => [arm, table[place] ?? 0])),
      })),
  };
}

async function readPeople({
  input,
  id,
  stratify,
  armColumn,
}: AssignRequest): Promise<{ ids: string[]; strata: string[] }> {
  const lines = new Map<string, number>();
  const strata: string[] = [];
  for await (const { header, rows } of readCsv(input)) {
    const idAt = findColumn(input, header, id);
    const strataAt = stratify.map((name) => findColumn(input, header, name));
    if (header.includes(armColumn))
      throw refusal(
        `${input}: there is a column "${armColumn}" already, perhaps from an earlier assignment.`,
        'Remove it, or name another with --arm-column.',
      );
    for (const { cells, line } of rows) {
      const key = (cells[idAt] ?? '').trim();
      if (key === '')
        throw new WaymarkError(
          'MISSING_ID',
          `${input}, line ${line}, column "${id}": expected an id; found a blank cell.`,
          'Give every person an id, once.',
        );
      const first = lines.get(key);
      if (first !== undefined)
        throw new WaymarkError(
          'DUPLICATE_ID',
          `${input}, line ${line}, column "${id}": "${key.slice(0, 80)}" is on line ${first} already.`,
          'Keep one row per person: who stands twice could get two arms.',
        );
      lines.set(key, line);
      strata.push(strataAt.map((at) => (cells[at] ?? '').trim()).join(SEPARATOR));
    }
  }
  return { ids: [...lines.keys()], strata };
}

function compareValues(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : compareCodes(a[at] ?? '', b[at] ?? '');
}

const refusal = (message: string, hint: string): WaymarkError =>
  new WaymarkError('INVALID_REQUEST', message, hint);
