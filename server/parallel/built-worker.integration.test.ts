import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../scoring/random/create-random.ts';
import { buildCli, type BuiltCli } from '../cli/testing/build-cli.ts';

let cli: BuiltCli;
let folder: string;
beforeAll(async () => {
  cli = await buildCli();
  folder = mkdtempSync(join(tmpdir(), 'waymark-threads-'));
});
afterAll(async () => {
  await cli.remove();
  rmSync(folder, { recursive: true });
});

it('clusters a large file in the threads of the built command line, to the same bytes as without', async () => {
  const random = createRandom(9);
  const path = join(folder, 'large.csv');
  const rows = Array.from({ length: 100_000 }, () => `${random.next()},${random.next()}\n`);
  writeFileSync(path, `a,b\n${rows.join('')}`);
  const cluster = () =>
    cli.run(['cluster', '--input', path, '--variables', 'a,b', '--k', '3', '--restarts', '2']);
  const inThreads = await cluster();
  expect(inThreads.code).toBe(0);

  // With a worker that fails the same command must fail, or it never was in the threads.
  const worker = join(cli.folder, 'kernel-worker.js');
  writeFileSync(worker, "throw new Error('planted failure');");
  expect(await cluster()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('planted failure') as string,
  });

  rmSync(worker);
  expect(await cluster()).toEqual(inThreads);
});
