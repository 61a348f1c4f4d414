import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOfStep } from './check-history.ts';
import { APPLICATION_ID } from './check-identity.ts';
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

  const appliedWith = async (...statements: string[]): Promise<void> => {
    await (await openDatabase(path)).destroy();
    const raw = new Database(path);
    for (const statement of statements) raw.exec(statement);
    raw.close();
  };

  it('marks the file as its own, and takes one of before the mark existed', async () => {
    await appliedWith('pragma application_id = 0', 'alter table waymark_migrations drop column hash');
    const db = await openDatabase(path);
    const { rows } = await db.executeQuery(CompiledQuery.raw('pragma application_id'));
    expect(rows).toEqual([{ application_id: APPLICATION_ID }]);
    const hashes = await db.selectFrom('waymark_migrations').select('hash').orderBy('position').execute();
    expect(hashes.map(({ hash }) => hash)).toEqual(MIGRATIONS.map(hashOfStep));
    await db.destroy();
  });

  it.each([
    ['a missing step', `delete from waymark_migrations where position = 0`, /step 1 is missing/],
    ['a changed step', `update waymark_migrations set hash = 'x' where position = 1`, /another content/],
    ['a step of another name', `update waymark_migrations set name = 'x' where position = 1`, /is "x" where/],
  ])('refuses a history with %s, and changes nothing', async (_what, statement, message) => {
    await appliedWith(statement);
    const before = await readFile(path);
    await expect(openDatabase(path)).rejects.toMatchObject({
      code: 'DATABASE_FOREIGN',
      message: expect.stringMatching(message) as string,
    });
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  it.each([
    ['tables of its own', `create table invoices (id integer)`, /tables invoices/],
    ['a mark of its own', `pragma application_id = 252006673`, /application id 0x0f055111/],
  ])('does not adopt another program’s database: %s', async (_what, statement, message) => {
    await mkdir(join(folder, 'data'));
    const foreign = new Database(path);
    foreign.exec(statement);
    foreign.close();
    const before = await readFile(path);
    await expect(openDatabase(path)).rejects.toMatchObject({
      code: 'DATABASE_FOREIGN',
      message: expect.stringMatching(message) as string,
    });
    expect((await readFile(path)).equals(before)).toBe(true);
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
    const small = createSqliteStore(await openDatabase(path, { maxPages: 160 }));
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
    expect(await small.submissions.mark('s')).toMatchObject({ count: 0, lastSequence: 0 });
    expect(await small.submissions.accept([record('one')])).toMatchObject([{ status: 'stored' }]);
    await small.close();
    const roomy = createSqliteStore(await openDatabase(path));
    expect(await roomy.submissions.accept(many)).toHaveLength(20);
    await roomy.close();
  });
});
