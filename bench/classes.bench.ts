import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerPatterns } from '../scoring/classes/answer-patterns.ts';
import { fitClasses } from '../scoring/classes/fit-classes.ts';
import { createRandom } from '../scoring/random/create-random.ts';
import { MISSING_CATEGORY } from '../scoring/tabulate/tabulate.ts';
import type { BenchResult } from './support/bench-result.ts';
import { findPython, runOutside } from './support/outside.ts';

const K = 4;
const STARTS = 10;
const ITEMS = 15;
const MISSING_01 = 0.03;
const CATEGORIES = Array.from({ length: ITEMS }, (_, item) => 4 + (item % 2));
/** `spread`: how far apart the classes answer, 0–1. */
const CASES = [
  { rows: 10_000, spread: 0.9, kind: 'clear classes', mostMs: 5000 },
  { rows: 10_000, spread: 0.7, kind: 'overlapping classes', mostMs: 5000 },
  { rows: 100_000, spread: 0.9, kind: 'clear classes', mostMs: 50_000 },
] as const;

interface Theirs {
  readonly version: string;
  readonly results: readonly {
    readonly ms: number;
    readonly steps: number;
    readonly logLikelihood: number;
  }[];
}

/** Stands in where there is no numpy; nothing is said of it then. */
const NOT_COMPARED = { ms: 0, steps: 0, logLikelihood: -Infinity };

/** Latent classes of categorical items, four classes, ten starts; the same EM in numpy beside it. */
export async function run(): Promise<BenchResult[]> {
  const cases = CASES.map((one) => ({ ...one, items: draw(one.rows, one.spread) }));
  const ours = cases.map(({ items }) => {
    const began = performance.now();
    const patterns = answerPatterns({ items, categoryCounts: CATEGORIES });
    const fit = fitClasses({ patterns, k: K, restarts: STARTS, seed: 1 });
    return { ms: performance.now() - began, distinct: patterns.count, fit };
  });
  const theirs = await compare(cases);
  return cases.map(({ rows, kind, mostMs }, place) => {
    const { ms, distinct, fit } = ours[place]!;
    const other = typeof theirs === 'string' ? NOT_COMPARED : theirs.results[place]!;
    const short = other.logLikelihood - fit.logLikelihood;
    return {
      name: `latent classes of ${rows.toLocaleString('en-GB')} × ${ITEMS} answers, ${kind}`,
      value: ms,
      unit: 'ms',
      target: `≤ ${mostMs / 1000} s`,
      met: ms <= mostMs && short < 0.01,
      detail: `${K} classes, ${STARTS} starts, the best run on until no probability moves by 1e-10, with BIC, entropy and posteriors; 4–5 categories, 3 % missing; ${distinct.toLocaleString('en-GB')} different patterns; ${fit.convergence.iterations} EM steps; ${fit.convergence.reachedBest} of ${STARTS} starts reached the best`,
      comparedWith:
        typeof theirs === 'string'
          ? theirs
          : `plain EM in numpy ${theirs.version}, products of matrices: ${other.ms.toFixed(0)} ms, ${(other.ms / ms).toFixed(1)} times ours; ${other.steps} steps; our log-likelihood is ${Math.abs(short).toFixed(4)} ${short > 0 ? 'below' : 'above'} its best`,
    };
  });
}

function draw(rows: number, spread: number): Uint16Array[] {
  const random = createRandom(5);
  const classes = Array.from({ length: K }, () =>
    CATEGORIES.map((count) => {
      const shares = Array.from({ length: count }, () => 1 - spread + spread * random.next() ** 3);
      const sum = shares.reduce((all, share) => all + share, 0);
      return shares.map((share) => share / sum);
    }),
  );
  const items = CATEGORIES.map(() => new Uint16Array(rows));
  for (let row = 0; row < rows; row += 1) {
    const own = classes[Math.floor(random.next() * K)]!;
    items.forEach((item, place) => {
      let rest = random.next();
      const shares = own[place]!;
      let code = 0;
      while (code < shares.length - 1 && rest > shares[code]!) rest -= shares[code++]!;
      item[row] = random.next() < MISSING_01 ? MISSING_CATEGORY : code;
    });
  }
  return items;
}

async function compare(
  cases: readonly { readonly items: readonly Uint16Array[]; readonly rows: number }[],
): Promise<Theirs | string> {
  const python = await findPython(['numpy']);
  if ('reason' in python) return python.reason;
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  try {
    const args: string[] = [];
    for (const [place, { items, rows }] of cases.entries()) {
      const path = join(folder, `${place}.bin`);
      await writeFile(path, Uint16Array.from({ length: rows * ITEMS }, (_, at) => items[at % ITEMS]![Math.floor(at / ITEMS)]!)); // prettier-ignore
      args.push(path, String(rows), String(ITEMS), String(Math.max(...CATEGORIES)));
    }
    return await runOutside<Theirs>(python.program, 'classes.py', [String(K), String(STARTS), ...args]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
