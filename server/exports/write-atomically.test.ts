import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { writeAtomically } from './write-atomically.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-write-'));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

test('writes all lines, whatever there are, over an older file', async () => {
  const path = join(folder, 'out.csv');
  writeFileSync(path, 'older');
  const lines = Array.from({ length: 100_000 }, (_, index) => `line ${index}\r\n`);
  await writeAtomically(path, lines);
  expect(readFileSync(path, 'utf8')).toBe(lines.join(''));
  expect(readdirSync(folder)).toEqual(['out.csv']);
});

test('when the lines fail half-way, the older file stays and nothing else', async () => {
  const path = join(folder, 'out.csv');
  writeFileSync(path, 'older');
  const failing = function* (): Generator<string> {
    yield 'x'.repeat(1_000_000);
    throw new Error('half-way');
  };
  await expect(writeAtomically(path, failing())).rejects.toThrow('half-way');
  expect(readFileSync(path, 'utf8')).toBe('older');
  expect(readdirSync(folder)).toEqual(['out.csv']);
});

test('writes through a link to the file it names', async () => {
  writeFileSync(join(folder, 'real.csv'), 'older');
  symlinkSync('real.csv', join(folder, 'link.csv'));
  await writeAtomically(join(folder, 'link.csv'), ['newer']);
  expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('newer');
});

test('a folder that is not there', async () => {
  await expect(writeAtomically(join(folder, 'none', 'out.csv'), ['x'])).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: expect.stringContaining('its folder does not exist') as string,
  });
});
