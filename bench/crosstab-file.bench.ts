import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Crosstab } from '../contracts/table.ts';
import { createRandom } from '../scoring/random/create-random.ts';
import { csvLine } from '../server/exports/csv-writer.ts';
import { writeAtomically } from '../server/exports/write-atomically.ts';
import { projectRoot } from '../server/project-root.ts';
import type { BenchResult } from './support/bench-result.ts';
import { expectSame } from './support/expect-same.ts';
import { findPython, findR, runOutside, type Outside } from './support/outside.ts';
import { runProcess } from './support/run-process.ts';

const RESPONDENTS = 1_000_000;
const RUNS = 3;

/** `waymark crosstab` on a file of a million rows: the whole process, as a person waits for it. */
export async function run(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  try {
    const path = join(folder, 'respondents.csv');
    await writeAtomically(path, lines());
    const output = join(folder, 'table.json');
    const sides = ['--rows', 'branch', '--columns', 'segment', '--weight', 'weight'];
    const program = join(projectRoot(), 'dist', 'server', 'waymark.js');
    const runs = [];
    for (let index = 0; index < RUNS; index += 1)
      runs.push(await runProcess([program, 'crosstab', '--input', path, ...sides, '--output', output]));
    const seconds = runs.map((one) => one.seconds).toSorted((one, other) => one - other)[1]!;
    const peakMiB = Math.max(...runs.map((one) => one.peakMiB));
    const { cells } = JSON.parse(await readFile(output, 'utf8')) as Crosstab;
    const ours = cells.map((cell) => cell.weightedCount ?? Number.NaN);
    const others = [
      await compare(
        'pandas read_csv and crosstab',
        await findPython(['pandas']),
        'table-file.py',
        path,
        ours,
      ),
      await compare(
        'R read.csv, svydesign and svytable',
        await findR(['survey']),
        'table-file.R',
        path,
        ours,
      ),
    ];
    const detail = `1,000,000 rows, 8 columns, 49 MB; read CSV, 40 × 5 table with standard errors, intervals, letters and tests, write JSON; the whole process, ${RUNS} runs`;
    const beside = (tell: (other: Compared) => string): string =>
      others.map((other) => (typeof other === 'string' ? other : tell(other))).join('; ');
    return [
      {
        name: 'crosstab of a file, time',
        value: seconds,
        unit: 's',
        target: '≤ 5 s',
        met: seconds <= 5,
        detail: `${detail}, median`,
        comparedWith: beside(
          (other) =>
            `${other.name}: ${other.seconds.toFixed(1)} s (${(other.seconds / seconds).toFixed(1)}×)`,
        ),
      },
      {
        name: 'crosstab of a file, peak memory',
        value: peakMiB,
        unit: 'MiB',
        target: '≤ 300 MiB',
        met: peakMiB <= 300,
        detail: `${detail}, largest`,
        comparedWith: beside((other) => `${other.name}: ${other.peakMiB?.toFixed(0) ?? 'unknown'} MiB`),
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Cells a table over a survey has around it: an id, a stratum, a PSU, a number with blanks. */
function* lines(): Generator<string> {
  const random = createRandom(3);
  yield csvLine(['id', 'branch', 'stratum', 'centre', 'weight', 'segment', 'sex', 'loan_balance']);
  for (let row = 0; row < RESPONDENTS; row += 1) {
    const centre = Math.floor(random.next() * 2000);
    yield csvLine([
      `r${row}`,
      `branch ${String(centre % 40).padStart(2, '0')}`,
      centre % 20,
      centre,
      Number((0.2 + 3 * random.next()).toFixed(4)),
      `segment ${Math.floor(random.next() * 5)}`,
      random.next() < 0.6 ? 'female' : 'male',
      random.next() < 0.1 ? null : Number((1e4 * random.next()).toFixed(2)),
    ]);
  }
}

/** What another program took for the same, or why it was not compared. */
interface Compared {
  readonly name: string;
  readonly seconds: number;
  readonly peakMiB: number | null;
}

async function compare(
  name: string,
  outside: Outside,
  script: string,
  path: string,
  ours: readonly number[],
): Promise<Compared | string> {
  if ('reason' in outside) return outside.reason;
  const began = performance.now();
  const { sumWeights, peakMiB } = await runOutside<{ sumWeights: number[]; peakMiB: number | null }>(
    outside.program,
    script,
    [path, 'branch', 'segment', 'weight'],
  );
  const seconds = (performance.now() - began) / 1000;
  expectSame(name, ours, sumWeights);
  return { name, seconds, peakMiB };
}
