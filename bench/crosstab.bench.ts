import Database from 'better-sqlite3';
import { createRandom } from '../scoring/random/create-random.ts';
import { crosstab } from '../scoring/tabulate/crosstab.ts';
import { tabulate } from '../scoring/tabulate/tabulate.ts';
import type { BenchResult } from './support/bench-result.ts';
import { medianMs } from './support/median-ms.ts';

const RESPONDENTS = 1_000_000;
const ROWS = 40;
const COLUMNS = 5;
const RUNS = 21;

interface Data {
  readonly rows: Uint16Array;
  readonly columns: Uint16Array;
  readonly weights: Float64Array;
}

/** A weighted 40 × 5 table with all its statistics, in memory; beside it what is commonly done instead. */
export async function run(): Promise<BenchResult[]> {
  const data = makeData();
  const axis = (variable: string, count: number) => ({
    variable,
    label: variable,
    categories: Array.from({ length: count }, (_, index) => ({ code: String(index), label: String(index) })),
  });
  const rows = axis('rows', ROWS);
  const columns = axis('columns', COLUMNS);
  const whole = (): number =>
    crosstab({
      statistics: tabulate({ ...data, rowCount: ROWS, columnCount: COLUMNS }),
      rows,
      columns,
      weighted: true,
      excluded: [],
      notes: [],
    }).base.weighted;
  const ms = medianMs(RUNS, whole);
  const mapMs = medianMs(5, () => countWithMap(data));
  const sqliteMs = countWithSqlite(data, whole());
  return [
    {
      name: 'weighted crosstab of 1,000,000 rows',
      value: ms,
      unit: 'ms',
      target: '≤ 30 ms',
      met: ms <= 30,
      detail: `${ROWS} × ${COLUMNS}, from typed columns in memory to the finished table with bases, percents, residuals and Rao–Scott test; median of ${RUNS}`,
      comparedWith: `JavaScript Map of "row,column" keys, Σw only: ${mapMs.toFixed(0)} ms; SQLite GROUP BY in memory (count, Σw, Σw²): ${sqliteMs.toFixed(0)} ms`,
    },
  ];
}

function makeData(): Data {
  const random = createRandom(1);
  const rows = Uint16Array.from({ length: RESPONDENTS }, () => Math.floor(random.next() * ROWS));
  const columns = Uint16Array.from({ length: RESPONDENTS }, () => Math.floor(random.next() * COLUMNS));
  const weights = Float64Array.from({ length: RESPONDENTS }, () => 0.2 + 3 * random.next());
  return { rows, columns, weights };
}

function countWithMap({ rows, columns, weights }: Data): number {
  const sums = new Map<string, number>();
  for (let index = 0; index < rows.length; index += 1) {
    const key = `${rows[index]},${columns[index]}`;
    sums.set(key, (sums.get(key) ?? 0) + (weights[index] ?? 0));
  }
  return sums.size;
}

function countWithSqlite({ rows, columns, weights }: Data, expected: number): number {
  const database = new Database(':memory:');
  database.exec('create table data (r integer not null, c integer not null, w real not null)');
  const insert = database.prepare('insert into data values (?, ?, ?)');
  database.transaction(() => {
    for (let index = 0; index < rows.length; index += 1)
      insert.run(rows[index], columns[index], weights[index]);
  })();
  const query = database.prepare<[], { sum: number }>(
    'select r, c, count(*) as n, sum(w) as sum, sum(w * w) as squares from data group by r, c',
  );
  const ms = medianMs(3, () => {
    const sum = query.all().reduce((total, row) => total + row.sum, 0);
    if (Math.abs(sum / expected - 1) > 1e-9) throw new Error(`SQLite counts ${sum}, the engine ${expected}.`);
  });
  database.close();
  return ms;
}
