import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { refuseOverwriting } from './refuse-overwriting.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-refuse-'));
const at = (name: string): string => join(folder, name);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('an output must be another file than what is read or written, whether it is there yet or not', async () => {
  writeFileSync(at('data.csv'), 'x\n1\n');
  symlinkSync(at('data.csv'), at('link.csv'));
  const refused = { code: 'INVALID_REQUEST' };
  await expect(refuseOverwriting(at('data.csv'), [at('data.csv')])).rejects.toMatchObject(refused);
  await expect(refuseOverwriting(at('link.csv'), [at('data.csv')])).rejects.toMatchObject(refused);
  await expect(refuseOverwriting(at('new.csv'), [at('new.csv')])).rejects.toMatchObject(refused);
  await expect(refuseOverwriting(at('new.csv'), [undefined, at('data.csv')])).resolves.toBeUndefined();
});
