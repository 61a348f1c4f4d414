import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { createSqliteStore } from './sqlite-store.ts';

describe('opening a database', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-open-'));
    path = join(folder, 'data', 'waymark.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('flushes every commit to the disk, through a write-ahead log', async () => {
    const db = await openDatabase(path);
    const pragma = async (name: string) =>
      (await db.executeQuery(CompiledQuery.raw(`pragma ${name}`))).rows[0];
    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
    expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
    await db.destroy();
  });

  it('applies the steps once and in order, and continues where it stopped', async () => {
    const db = await openDatabase(path);
    const later = { name: '9999-later', statements: ['create table later (x text)'] };
    await migrate(db, [...MIGRATIONS, later], path);
    await migrate(db, [...MIGRATIONS, later], path);
    const names = await db.selectFrom('waymark_migrations').select('name').orderBy('position').execute();
    expect(names.map(({ name }) => name)).toEqual([...MIGRATIONS.map(({ name }) => name), '9999-later']);
    await db.destroy();
    await expect(openDatabase(path)).rejects.toMatchObject({
      code: 'DATABASE_NEWER',
      message: expect.stringContaining('9999-later') as string,
      hint: expect.stringContaining('newer Waymark') as string,
    });
  });

  it('rolls a failing step back, so that it can be tried again', async () => {
    const db = await openDatabase(path);
    const broken = { name: '9999-broken', statements: ['create table half (x text)', 'create tabel oops'] };
    await expect(migrate(db, [...MIGRATIONS, broken], path)).rejects.toThrow(/syntax error/);
    const mended = { name: '9999-broken', statements: ['create table half (x text)'] };
    await migrate(db, [...MIGRATIONS, mended], path);
    await db.destroy();
  });

  it.each([
    ['another kind of file', 'id,branch\n1,north\n'.repeat(500)],
    ['a damaged header', `SQLite format 3\0${'x'.repeat(8192)}`],
  ])('says of %s that it cannot be read, and leaves it as it was', async (_what, content) => {
    await mkdir(join(folder, 'data'));
    await writeFile(path, content);
    await expect(openDatabase(path)).rejects.toMatchObject({
      code: 'DATABASE_UNREADABLE',
      message: expect.stringContaining(path) as string,
    });
    expect(await readFile(path, 'utf8')).toBe(content);
  });

  it('says where a folder cannot be made', async () => {
    await writeFile(join(folder, 'data'), 'a file, not a folder');
    await expect(openDatabase(path)).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  });

  it('says that the disk is full, keeps nothing half, and works again when there is room', async () => {
    const small = createSqliteStore(await openDatabase(path, { maxPages: 60 }));
    await small.studies.add({
      id: 's',
      title: 'S',
      synthetic: false,
      instrument: { name: 'i', version: 'v1' },
      codebookHash: null,
      branches: [],
      createdAt: '2026-11-22T08:00:00.000Z',
    });
    const record = (id: string) => ({
      id,
      studyId: 's',
      hash: id,
      kind: 'interview' as const,
      payload: 'x'.repeat(50_000),
      branch: 'b',
      receivedAt: '2026-11-22T08:00:00.000Z',
      tabletId: null,
      status: 'stored' as const,
      reason: null,
      receiptId: id,
    });
    const many = Array.from({ length: 20 }, (_, index) => record(`id-${index}`));
    await expect(small.submissions.accept(many)).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringContaining(path) as string,
    });
    expect(await small.submissions.mark('s')).toEqual({ count: 0, lastSequence: 0 });
    expect(await small.submissions.accept([record('one')])).toMatchObject([{ status: 'stored' }]);
    await small.close();
    const roomy = createSqliteStore(await openDatabase(path));
    expect(await roomy.submissions.accept(many)).toHaveLength(20);
    await roomy.close();
  });
});
