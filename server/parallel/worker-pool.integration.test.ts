import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../scoring/random/create-random.ts';
import { toShared } from '../../scoring/parallel/to-shared.ts';
import { tabulateInParallel } from '../../scoring/parallel/tabulate-in-parallel.ts';
import { MISSING_CATEGORY, partsOf, tabulate } from '../../scoring/tabulate/tabulate.ts';
import { buildKernelWorker, type BuiltWorker } from './testing/build-kernel-worker.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';

let worker: BuiltWorker;
beforeAll(async () => {
  worker = await buildKernelWorker();
});
afterAll(() => worker.remove());

/** Five parts and a bit; every tenth answer is missing. */
function largeTable(size = 2_700_000) {
  const random = createRandom(7);
  const pick = (count: number) =>
    random.next() < 0.1 ? MISSING_CATEGORY : Math.floor(random.next() * count);
  const rows = toShared(new Uint16Array(size));
  const columns = toShared(new Uint16Array(size));
  const weights = toShared(new Float64Array(size));
  for (let index = 0; index < size; index += 1) {
    rows[index] = pick(7);
    columns[index] = pick(3);
    weights[index] = 0.1 + random.next();
  }
  return { rows, columns, weights, rowCount: 7, columnCount: 3 };
}

async function withPool<T>(threads: number, work: (pool: WorkerPool) => Promise<T>): Promise<T> {
  const pool = createWorkerPool(threads, { worker: worker.url });
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

describe('the worker pool', () => {
  it('counts to the same bits with any number of threads, and here', async () => {
    const table = largeTable();
    expect(partsOf(table)).toHaveLength(6);
    const here = tabulate(table);
    for (const threads of [1, 2, 3]) {
      const there = await withPool(threads, (pool) => {
        expect(pool.threads).toBe(threads);
        return tabulateInParallel(pool, table);
      });
      expect(Buffer.from(there.sumWeights.buffer).equals(Buffer.from(here.sumWeights.buffer))).toBe(true);
      expect(there).toEqual(here);
    }
  });

  it('is in other threads: with no worker file it would run here, with a wrong one it fails', async () => {
    expect(existsSync(worker.url)).toBe(true);
    expect(createWorkerPool(2, { worker: new URL('./none.js', worker.url) }).threads).toBe(1);
    const pool = createWorkerPool(2, { worker: new URL(import.meta.url) });
    await expect(pool.run('countCells', partsOf(largeTable(10)))).rejects.toThrow();
    await pool.close();
  });

  it('brings an error a person can mend back with its code, and goes on working', async () => {
    const table = largeTable(10);
    const wrong = { ...table, rows: toShared(Uint16Array.of(0, 9)), from: 0, to: 2 };
    await withPool(2, async (pool) => {
      await expect(pool.run('countCells', [wrong])).rejects.toMatchObject({
        code: 'NOT_COMPUTABLE',
        message: expect.stringContaining('row 9 of 7') as string,
      });
      expect(await tabulateInParallel(pool, table)).toEqual(tabulate(table));
    });
  });

  it('rejects a task that cannot be handed over or that fails, and goes on working', async () => {
    const table = largeTable(10);
    await withPool(2, async (pool) => {
      const whole = partsOf(table)[0]!;
      const uncopied = { ...whole, rows: (() => undefined) as unknown as Uint16Array };
      await expect(pool.run('countCells', [uncopied])).rejects.toThrow('could not be cloned');
      const missing = { ...whole, rows: undefined as unknown as Uint16Array };
      await expect(pool.run('countCells', [missing, whole, missing])).rejects.toMatchObject({
        name: 'TypeError',
      });
      expect(await tabulateInParallel(pool, table)).toEqual(tabulate(table));
    });
  });

  it('rejects what is asked of it once it is closed, and may be closed twice', async () => {
    const pool = createWorkerPool(2, { worker: worker.url });
    const running = pool.run('countCells', partsOf(largeTable()));
    const closing = pool.close();
    await expect(running).rejects.toThrow('The worker pool is closed.');
    await closing;
    await pool.close();
    await expect(pool.run('countCells', partsOf(largeTable(10)))).rejects.toThrow('is closed');
  });

  it.each([1, 2])('stops when it is told to, with the reason given (%i threads)', async (threads) => {
    const table = largeTable();
    const reason = new Error('enough');
    const controller = new AbortController();
    const pool = createWorkerPool(threads, { worker: worker.url, signal: controller.signal });
    const running = pool.run('countCells', Array.from({ length: 50 }, () => partsOf(table)).flat());
    setTimeout(() => controller.abort(reason), 20);
    await expect(running).rejects.toBe(reason);
    await expect(tabulateInParallel(pool, table)).rejects.toBe(reason);
    await pool.close();
  });
});
