import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildCli, type BuiltCli } from './testing/build-cli.ts';

let cli: BuiltCli;
let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => cli.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-interrupt-'));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

const HEADER = 'id,branch,archetype,score,weight\n';
const lines = (count: number): string =>
  Array.from(
    { length: count },
    (_, row) => `r${row},branch ${row % 7},type ${row % 3},${(row * 7919) % 1000},${1 + (row % 5) / 4}\n`,
  ).join('');

/** A pipe in place of a file: it has been read to here once it takes more than it holds, and it never ends. */
async function endlessInput(name: string) {
  execFileSync('mkfifo', [at(name)]);
  // Open for both, so that opening waits for nobody.
  const pipe = await open(at(name), 'r+');
  return { isBeingRead: pipe.writeFile(HEADER + lines(30_000)), close: () => pipe.close() };
}

test.each([
  ['crosstab', ['--rows', 'archetype', '--columns', 'branch', '--weight', 'weight', '--output']],
  ['cluster', ['--variables', 'score', '--k', '2-4', '--assignments']],
])('%s, stopped while it reads, ends with 130 and leaves nothing', async (command, args) => {
  const { isBeingRead, close } = await endlessInput('endless.csv');
  const run = await cli.run([command, '--input', at('endless.csv'), ...args, at('out')], {
    interruptAfter: isBeingRead,
  });
  await close();
  expect(run).toEqual({ code: 130, stdout: '', stderr: '' });
  expect(readdirSync(folder)).toEqual(['endless.csv']);
});

test('cluster, stopped while it computes in threads, ends with 130 and leaves nothing', async () => {
  execFileSync('mkfifo', [at('in.csv')]);
  const args = ['--variables', 'score', '--k', '2-20', '--restarts', '10000', '--assignments', at('out')];
  const written = open(at('in.csv'), 'w').then(async (pipe) => {
    await pipe.writeFile(HEADER + lines(120_000));
    await pipe.close();
    await wait(300);
  });
  const run = await cli.run(['cluster', '--input', at('in.csv'), ...args], { interruptAfter: written });
  expect(run).toEqual({ code: 130, stdout: '', stderr: '' });
  expect(readdirSync(folder)).toEqual(['in.csv']);
});

test('weight, stopped while it writes, keeps the older file and removes the half-written one', async () => {
  writeFileSync(at('in.csv'), HEADER + lines(400_000));
  writeFileSync(at('margins.json'), JSON.stringify({ archetype: { 'type 0': 5, 'type 1': 6, 'type 2': 7 } }));
  writeFileSync(at('out.csv'), 'older');
  const isWriting = async (): Promise<void> => {
    while (readdirSync(folder).length < 4) await wait(2);
  };
  const run = await cli.run(
    ['weight', '--input', at('in.csv'), '--margins', at('margins.json'), '--output', at('out.csv')],
    { interruptAfter: isWriting() },
  );
  expect(run.code).toBe(130);
  expect(readdirSync(folder).toSorted()).toEqual(['in.csv', 'margins.json', 'out.csv']);
  expect(execFileSync('cat', [at('out.csv')], { encoding: 'utf8' })).toBe('older');
});
