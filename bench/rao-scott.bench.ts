import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellTotals } from '../scoring/design/cell-totals.ts';
import { createDesign } from '../scoring/design/create-design.ts';
import { createRandom } from '../scoring/random/create-random.ts';
import { raoScott, type RaoScottResult } from '../scoring/statistics/rao-scott.ts';
import type { BenchResult } from './support/bench-result.ts';
import { expectSame } from './support/expect-same.ts';
import { medianMs } from './support/median-ms.ts';
import { findR, runOutside } from './support/outside.ts';
import { writeColumns } from './support/write-columns.ts';

const RESPONDENTS = 1_000_000;
const ROWS = 8;
const COLUMNS = 5;
const STRATA = 40;
const PSUS = 2_000;
const RUNS = 9;

interface Data {
  readonly rows: Uint16Array;
  readonly columns: Uint16Array;
  readonly weights: Float64Array;
  readonly strata: Uint32Array;
  readonly psu: Uint32Array;
}

/** The Rao–Scott F test, from typed columns to the p-value, beside R's svychisq on the same data. */
export async function run(): Promise<BenchResult[]> {
  const data = makeData();
  const { strata, psu } = data;
  const designs = { weighted: {}, complex: { strata, psu } };
  const tested = {
    weighted: timed(() => test(data, designs.weighted)),
    complex: timed(() => test(data, designs.complex)),
  };
  const others = await compareWithR(data, tested);
  const result = (kind: 'weighted' | 'complex', what: string): BenchResult => ({
    name: `Rao–Scott test of 1,000,000 rows, ${what}`,
    value: tested[kind].ms,
    unit: 'ms',
    target: '≤ 100 ms',
    met: tested[kind].ms <= 100,
    detail: `${ROWS} × ${COLUMNS}; from typed columns in memory: checking the design, cell totals, covariance, F test; median of ${RUNS}`,
    comparedWith: others[kind],
  });
  return [result('weighted', 'weights only'), result('complex', `${STRATA} strata and ${PSUS} PSUs`)];
}

interface Timed {
  readonly ms: number;
  readonly figures: readonly number[];
}

function timed(work: () => RaoScottResult): Timed {
  const result = work();
  if ('reason' in result) throw new Error(result.reason);
  const { statistic, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, pValue } = result;
  return {
    ms: medianMs(RUNS, work),
    figures: [statistic, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, pValue],
  };
}

function test(
  { rows, columns, weights }: Data,
  stages: { readonly strata?: Uint32Array; readonly psu?: Uint32Array },
): RaoScottResult {
  const design = createDesign({ size: RESPONDENTS, weights, ...stages });
  const cell = new Uint16Array(RESPONDENTS);
  for (let row = 0; row < cell.length; row += 1) cell[row] = rows[row]! * COLUMNS + columns[row]!;
  const totals = cellTotals(design, cell, ROWS * COLUMNS);
  return raoScott({ ...totals, rowCount: ROWS, columnCount: COLUMNS, covariance: totals.covariance() });
}

/** Rows and columns both lean with the PSU, so that the design matters. */
function makeData(): Data {
  const random = createRandom(2);
  const psu = new Uint32Array(RESPONDENTS);
  const rows = new Uint16Array(RESPONDENTS);
  const columns = new Uint16Array(RESPONDENTS);
  const weights = new Float64Array(RESPONDENTS);
  const leanings = Array.from({ length: PSUS }, () => [random.next(), random.next()] as const);
  for (let index = 0; index < RESPONDENTS; index += 1) {
    const unit = Math.floor(random.next() * PSUS);
    const [down, across] = leanings[unit]!;
    psu[index] = unit;
    rows[index] = Math.floor((0.9 * random.next() + 0.1 * down) * ROWS);
    columns[index] = Math.floor((0.9 * random.next() + 0.1 * across) * COLUMNS);
    weights[index] = 0.2 + 3 * random.next();
  }
  return { rows, columns, weights, strata: psu.map((unit) => unit % STRATA), psu };
}

interface RTest {
  readonly designMs: number;
  readonly testMs: number;
  readonly figures: readonly number[];
}

async function compareWithR(
  data: Data,
  ours: Readonly<Record<'weighted' | 'complex', Timed>>,
): Promise<Record<'weighted' | 'complex', string>> {
  const r = await findR(['survey']);
  if ('reason' in r) return { weighted: r.reason, complex: r.reason };
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  try {
    const path = join(folder, 'table.bin');
    await writeColumns(path, [data.rows, data.columns, data.weights, data.strata, data.psu]);
    const args = [path, ...[RESPONDENTS, ROWS, COLUMNS].map(String)];
    const theirs = await runOutside<{ weighted: RTest; complex: RTest }>(r.program, 'rao-scott.R', args);
    const compared = (kind: 'weighted' | 'complex'): string => {
      const { designMs, testMs, figures } = theirs[kind];
      expectSame(`R svychisq, ${kind}`, ours[kind].figures, figures);
      const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
      return `R svychisq: ${seconds(testMs)} (${(testMs / ours[kind].ms).toFixed(0)}×), after ${seconds(designMs)} of svydesign; F, both degrees of freedom and p agree to 1e-9`;
    };
    return { weighted: compared('weighted'), complex: compared('complex') };
  } finally {
    await rm(folder, { recursive: true });
  }
}
