import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareField } from './support/prepare-field.ts';
import { makeRecord } from './support/make-records.ts';
import { prove } from './support/prove.ts';
import { startIngest } from './support/send.ts';
import { startServer } from '../../server/testing/start-server.ts';
import { backUp } from '../../server/operations/back-up.ts';
import { restore } from '../../server/operations/restore.ts';
import { sha256OfFile } from '../../server/operations/sha256-of-file.ts';

describe('backup and restore', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-backup-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('takes, while interviews stream in, all that was acknowledged before it began; a restore gives it back', async () => {
    const token = await prepareField(at('data'));
    writeFileSync(at('data/keys.json'), '{"secret":"key"}');
    const server = await startServer({ dataDir: at('data') });
    const ingest = startIngest(server.url, token, () => makeRecord(3000), 6);
    while (ingest.acknowledged.size < 60) await new Promise((resolve) => setTimeout(resolve, 10));
    const before = ingest.sent.filter(({ id }) => ingest.acknowledged.has(id));
    const report = await backUp(at('data'), at('backup.sqlite'));
    const after = ingest.acknowledged.size;
    await ingest.stop();
    await server.stop();
    expect(report.records).toBeGreaterThanOrEqual(before.length);
    expect(report.records).toBeLessThanOrEqual(ingest.sent.length);
    expect(after).toBeGreaterThan(before.length);
    expect(report.sha256).toBe(await sha256OfFile(at('backup.sqlite')));
    expect(statSync(at('backup.sqlite')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['backup.sqlite', 'data']);

    expect(await restore(at('backup.sqlite'), at('again'))).toEqual({ ...report, erasedAgain: 0 });
    expect(prove(at('again'), before)).toEqual({ lost: 0, twice: 0, changed: 0 });
    expect(readFileSync(at('again/keys.json'), 'utf8')).toBe('{"secret":"key"}');
    expect(statSync(at('again')).mode & 0o777).toBe(0o700);
    const restored = await startServer({ dataDir: at('again') });
    expect((await fetch(`${restored.url}/api/ready`)).status).toBe(200);
    expect((await restored.waymark.store.submissions.mark('demo')).count).toBe(report.records);
    await restored.stop();
  });

  it('never replaces a file, and leaves nothing behind where there is nothing to back up', async () => {
    await prepareField(at('data'));
    writeFileSync(at('there'), 'mine');
    await expect(backUp(at('data'), at('there'))).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
    expect(readFileSync(at('there'), 'utf8')).toBe('mine');
    await expect(backUp(at('nowhere'), at('new'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(backUp(at('data'), at('no/folder'))).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
    expect(readdirSync(folder).sort()).toEqual(['data', 'there']);
  });

  const change = (statement: string): void => {
    const database = new Database(at('backup.sqlite'));
    database.exec(statement);
    database.close();
  };

  it.each<[string, string, () => void]>([
    ['a damaged file', 'DATABASE_UNREADABLE', () => damage(at('backup.sqlite'))],
    ['half a file', 'DATABASE_UNREADABLE', () => halve(at('backup.sqlite'))],
    ['another program’s database', 'DATABASE_FOREIGN', () => change('pragma application_id = 7')],
    [
      'a backup of a newer Waymark',
      'DATABASE_NEWER',
      () => change(`insert into waymark_migrations (position, name, applied_at) values (999, 'later', '')`),
    ],
    [
      'a file that would lie outside of the folder',
      'DATABASE_UNREADABLE',
      () => change(`insert into waymark_backup_files values ('../../escaped', x'00')`),
    ],
    [
      'any other file',
      'DATABASE_UNREADABLE',
      () => writeFileSync(at('backup.sqlite'), 'id,name\n'.repeat(2000)),
    ],
  ])('restores nothing from %s', async (_what, code, spoil) => {
    await prepareField(at('data'));
    await backUp(at('data'), at('backup.sqlite'));
    spoil();
    await expect(restore(at('backup.sqlite'), at('again'))).rejects.toMatchObject({ code });
    expect(existsSync(at('again'))).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['backup.sqlite', 'data']);
  });

  it('refuses the folder of a running server, and takes an empty one', async () => {
    await prepareField(at('data'));
    await backUp(at('data'), at('backup.sqlite'));
    const server = await startServer({ dataDir: at('data') });
    await expect(restore(at('backup.sqlite'), at('data'))).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
    expect((await fetch(`${server.url}/api/ready`)).status).toBe(200);
    await server.stop();
    await rm(at('data'), { recursive: true });
    await mkdir(at('data'));
    expect(await restore(at('backup.sqlite'), at('data'))).toMatchObject({ studies: 1, tablets: 1 });
  });
});

function damage(path: string): void {
  const content = readFileSync(path);
  content.fill(0xff, content.length / 2, content.length / 2 + 4096);
  writeFileSync(path, content);
}

function halve(path: string): void {
  const content = readFileSync(path);
  writeFileSync(path, content.subarray(0, Math.floor(content.length / 2)));
}
