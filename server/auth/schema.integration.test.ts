import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getMigrations } from 'better-auth/db/migration';
import { twoFactor } from 'better-auth/plugins';
import { expect, it } from 'vitest';
import { openDatabase } from '../storage/sqlite/open-database.ts';

it('has every table and column that the auth library wants', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-schema-'));
  const db = await openDatabase(join(folder, 'waymark.sqlite'));
  const plan = await getMigrations({
    database: { db, type: 'sqlite' },
    secret: 'only for this comparison, never used to sign',
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: true, storage: 'database' },
    plugins: [twoFactor()],
  });
  expect(plan.toBeCreated).toEqual([]);
  expect(plan.toBeAdded).toEqual([]);
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});
