import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeStore } from '../../testing/describe-store.ts';
import { openDatabase } from './open-database.ts';
import { createSqliteStore } from './sqlite-store.ts';

describeStore('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-store-'));
  const openStore = async () => createSqliteStore(await openDatabase(join(folder, 'waymark.sqlite')));
  return {
    store: await openStore(),
    reopen: openStore,
    clean: () => rm(folder, { recursive: true, force: true }),
  };
});
