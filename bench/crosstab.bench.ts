import Database from 'better-sqlite3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../scoring/random/create-random.ts';
import { createDesign } from '../scoring/design/create-design.ts';
import { tabulateInParallel } from '../scoring/parallel/tabulate-in-parallel.ts';
import { toShared } from '../scoring/parallel/to-shared.ts';
import { countTable } from '../scoring/tabulate/counted-table.ts';
import { crosstab } from '../scoring/tabulate/crosstab.ts';
import { tabulate, type TableStatistics, type TabulateInput } from '../scoring/tabulate/tabulate.ts';
import { createWorkerPool } from '../server/parallel/worker-pool.ts';
import type { BenchResult } from './support/bench-result.ts';
import { expectSame } from './support/expect-same.ts';
import { medianMs, medianMsOf } from './support/median-ms.ts';
import { findPython, findR, runOutside } from './support/outside.ts';
import { writeColumns } from './support/write-columns.ts';

const MILLION = 1_000_000;
const SIZES = [MILLION, 10 * MILLION] as const;
const [, LARGEST] = SIZES;
const ROWS = 40;
const COLUMNS = 5;
const THREADS = 2;

type Data = Required<TabulateInput>;

/** n, Σw and Σw² of a 40 × 5 table over typed columns; beside it what others do on the same data. */
export async function run(): Promise<BenchResult[]> {
  const data = makeData(LARGEST);
  const million = firstOf(data, MILLION);
  const before = process.memoryUsage.rss();
  const ours = new Map<number, TableStatistics>([
    [MILLION, tabulate(million)],
    [LARGEST, tabulate(data)],
  ]);
  const oneThreadMs = medianMs(21, () => tabulate(million));
  const tenOneThreadMs = medianMs(5, () => tabulate(data));
  const pool = createWorkerPool(THREADS);
  if (pool.threads !== THREADS) throw new Error('The bundled worker is not there.');
  const threadsMs = await medianMsOf(7, () => tabulateInParallel(pool, data));
  expectSame('threads', (await tabulateInParallel(pool, data)).sumWeights, ours.get(LARGEST)!.sumWeights);
  await pool.close();
  const beside = Math.max(0, process.resourceUsage().maxRSS * 1024 - before);
  const columns = data.rows.byteLength + data.columns.byteLength + data.weights.byteLength;
  const memory = 1 + beside / columns;

  const finishedMs = medianMs(9, () => finishedTable(million));
  const others = await compare(data, ours);
  const detail = `${ROWS} × ${COLUMNS}, n, Σw and Σw² of each cell, from typed columns in memory`;
  return [
    {
      name: 'weighted table of 1,000,000 rows',
      value: oneThreadMs,
      unit: 'ms',
      target: '≤ 6 ms',
      met: oneThreadMs <= 6,
      detail: `${detail}, one thread; median of 21`,
      comparedWith: describe(others.get(MILLION)!, oneThreadMs),
    },
    {
      name: 'weighted table of 10,000,000 rows',
      value: threadsMs,
      unit: 'ms',
      target: '≤ 60 ms',
      met: threadsMs <= 60,
      detail: `${detail}, ${THREADS} threads over shared memory; median of 7. One thread: ${tenOneThreadMs.toFixed(1)} ms, ${(tenOneThreadMs / oneThreadMs).toFixed(1)} times as long as for a tenth of the rows`,
      comparedWith: describe(others.get(LARGEST)!, threadsMs),
    },
    {
      name: 'memory of counting 10,000,000 rows',
      value: memory,
      unit: '× the columns',
      target: '≤ 2 × the columns',
      met: memory <= 2,
      detail: `columns ${(columns / 2 ** 20).toFixed(0)} MiB; largest resident set of the process while counting, ${THREADS} threads included, less what it was before, plus the columns`,
    },
    {
      name: 'finished crosstab of 1,000,000 rows',
      value: finishedMs,
      unit: 'ms',
      target: '≤ 30 ms',
      met: finishedMs <= 30,
      detail: `${ROWS} × ${COLUMNS}, weighted, from typed columns in memory to every cell with standard error, interval, design effect, residual and letters, bases, and the Rao–Scott test; median of 9`,
    },
  ];
}

function makeData(size: number): Data {
  const random = createRandom(1);
  const rows = toShared(new Uint16Array(size));
  const columns = toShared(new Uint16Array(size));
  const weights = toShared(new Float64Array(size));
  for (let index = 0; index < size; index += 1) {
    rows[index] = Math.floor(random.next() * ROWS);
    columns[index] = Math.floor(random.next() * COLUMNS);
    weights[index] = 0.2 + 3 * random.next();
  }
  return { rows, columns, weights, rowCount: ROWS, columnCount: COLUMNS };
}

function firstOf(data: Data, size: number): Data {
  return {
    ...data,
    rows: data.rows.subarray(0, size),
    columns: data.columns.subarray(0, size),
    weights: data.weights.subarray(0, size),
  };
}

function finishedTable({ rows, columns, weights }: Data): unknown {
  const axis = (variable: string, count: number) => ({
    variable,
    label: variable,
    categories: Array.from({ length: count }, (_, index) => ({ code: String(index), label: String(index) })),
  });
  const design = createDesign({ size: rows.length, weights });
  return crosstab({
    ...countTable({ design, rows, columns, rowCount: ROWS, columnCount: COLUMNS }),
    rows: axis('rows', ROWS),
    columns: axis('columns', COLUMNS),
    excluded: [],
    notes: [],
  });
}

/** Another way to count, and its time; or why it was not compared. */
type Other = { readonly name: string; readonly ms: number } | { readonly reason: string };

const describe = (others: readonly Other[], oursMs: number): string =>
  others
    .map((other) =>
      'reason' in other
        ? other.reason
        : `${other.name}: ${other.ms < 100 ? other.ms.toFixed(1) : Math.round(other.ms).toLocaleString('en-GB')} ms (${(other.ms / oursMs).toFixed(1)}×)`,
    )
    .join('; ');

async function compare(
  data: Data,
  ours: ReadonlyMap<number, TableStatistics>,
): Promise<Map<number, Other[]>> {
  const others = new Map<number, Other[]>(SIZES.map((size) => [size, []]));
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  try {
    const path = join(folder, 'table.bin');
    await writeColumns(path, [data.rows, data.columns, data.weights]);
    for (const [size, found] of await countWithPython(path, ours)) others.get(size)!.push(...found);
    const million = firstOf(data, MILLION);
    others.get(MILLION)!.push(countWithSqlite(million, ours.get(MILLION)!));
    await writeColumns(path, [million.rows, million.columns, million.weights]);
    others.get(MILLION)!.push(await countWithR(path, ours.get(MILLION)!));
  } finally {
    await rm(folder, { recursive: true });
  }
  return others;
}

interface PythonRun {
  readonly size: number;
  readonly numpyWeightedMs: number;
  readonly numpyAllMs: number;
  readonly pandasCrosstabMs: number;
  readonly pandasGroupbyMs: number;
  readonly n: readonly number[];
  readonly sumWeights: readonly number[];
  readonly sumSquaredWeights: readonly number[];
}

async function countWithPython(
  path: string,
  ours: ReadonlyMap<number, TableStatistics>,
): Promise<Map<number, Other[]>> {
  const python = await findPython(['numpy', 'pandas']);
  if ('reason' in python) return new Map(SIZES.map((size) => [size, [python]]));
  const args = [LARGEST, ROWS, COLUMNS, ...SIZES].map(String);
  const runs = await runOutside<PythonRun[]>(python.program, 'table.py', [path, ...args]);
  return new Map(
    runs.map((run) => {
      const table = ours.get(run.size)!;
      expectSame('numpy, n', table.n, run.n);
      expectSame('numpy, Σw', table.sumWeights, run.sumWeights);
      expectSame('numpy, Σw²', table.sumSquaredWeights, run.sumSquaredWeights);
      return [
        run.size,
        [
          { name: 'numpy bincount, Σw alone', ms: run.numpyWeightedMs },
          { name: 'numpy, all three', ms: run.numpyAllMs },
          { name: 'pandas groupby, Σw alone', ms: run.pandasGroupbyMs },
          { name: 'pandas crosstab, Σw alone', ms: run.pandasCrosstabMs },
        ],
      ];
    }),
  );
}

async function countWithR(path: string, ours: TableStatistics): Promise<Other> {
  const r = await findR(['survey']);
  if ('reason' in r) return r;
  interface RRun {
    readonly designMs: number;
    readonly tableMs: number;
    readonly sumWeights: readonly number[];
  }
  const args = [path, ...[MILLION, ROWS, COLUMNS].map(String)];
  const { designMs, tableMs, sumWeights } = await runOutside<RRun>(r.program, 'table.R', args);
  expectSame('R, Σw', ours.sumWeights, sumWeights);
  return { name: `R svytable, Σw alone, after ${(designMs / 1000).toFixed(1)} s of svydesign`, ms: tableMs };
}

function countWithSqlite({ rows, columns, weights }: Data, ours: TableStatistics): Other {
  const database = new Database(':memory:');
  database.exec('create table data (r integer not null, c integer not null, w real not null)');
  const insert = database.prepare('insert into data values (?, ?, ?)');
  database.transaction(() => {
    for (let index = 0; index < rows.length; index += 1)
      insert.run(rows[index], columns[index], weights[index]);
  })();
  const query = database.prepare<[], { sum: number }>(
    'select r, c, count(*) as n, sum(w) as sum, sum(w * w) as squares from data group by r, c order by r, c',
  );
  const ms = medianMs(3, () =>
    expectSame(
      'SQLite, Σw',
      ours.sumWeights,
      query.all().map(({ sum }) => sum),
    ),
  );
  database.close();
  return { name: 'SQLite GROUP BY in memory, all three', ms };
}
