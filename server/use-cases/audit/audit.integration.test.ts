import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CompiledQuery, type Kysely } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../storage/port.ts';
import { openDatabase } from '../../storage/sqlite/open-database.ts';
import { createSqliteStore } from '../../storage/sqlite/sqlite-store.ts';
import type { Tables } from '../../storage/sqlite/tables.ts';
import { audited, record } from './audited.ts';
import { searchAudit } from './read-audit.ts';
import { verifyAudit } from './verify-audit.ts';

const clock = () => new Date('2026-11-22T08:00:00.000Z');

describe('the audit log', () => {
  let folder: string;
  let db: Kysely<Tables>;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-audit-'));
    db = await openDatabase(join(folder, 'waymark.sqlite'));
    store = createSqliteStore(db);
    for (let index = 1; index <= 5; index += 1)
      await record({ store, clock }, { action: 'study.add', target: `study:${index}` }, 'done');
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const run = (statement: string) => db.executeQuery(CompiledQuery.raw(statement));
  /** As someone who can write the file would do it. */
  const tamper = async (statement: string) => {
    await run('drop trigger audit_log_no_update');
    await run('drop trigger audit_log_no_delete');
    await run(statement);
  };

  it('cannot be changed or shortened through the database', async () => {
    await expect(run(`update audit_log set detail = 'x'`)).rejects.toThrow('cannot be changed');
    await expect(run('delete from audit_log where sequence = 3')).rejects.toThrow('cannot be shortened');
    await expect(run(`replace into audit_log select * from audit_log where sequence = 3`)).rejects.toThrow();
    expect(await verifyAudit(store)).toMatchObject({ intact: true, lines: 5 });
  });

  it.each([
    [`update audit_log set target = 'study:9' where sequence = 2`, { at: 2, why: 'edited' }],
    [`update audit_log set at = '2026-11-21T08:00:00.000Z' where sequence = 5`, { at: 5, why: 'edited' }],
    [`update audit_log set hash = '${'0'.repeat(64)}' where sequence = 4`, { at: 4, why: 'edited' }],
    ['delete from audit_log where sequence = 1', { at: 1, why: 'removed' }],
    ['delete from audit_log where sequence = 3', { at: 3, why: 'removed' }],
    ['delete from audit_log where sequence >= 4', { at: 4, why: 'removed' }],
    ['delete from audit_log', { at: 1, why: 'removed' }],
  ])('shows that a line was tampered with: %s', async (statement, where) => {
    await tamper(statement);
    expect(await verifyAudit(store)).toEqual({ intact: false, ...where });
  });

  it('holds a change and its line together: both are stored, or neither', async () => {
    const failing = audited({ store, clock }, { action: 'study.add' }, async (inner) => {
      await inner.settings.getOrSet('change', 'made');
      await inner.audit.append({
        ...{ at: '', actorKind: 'command', actorId: null, actorName: null, role: null, action: 'x' },
        ...{ target: null, outcome: 'done', address: null, detail: null },
      });
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await store.settings.get('change')).toBeNull();
    expect(await verifyAudit(store)).toMatchObject({ intact: true, lines: 5 });
    await audited({ store, clock }, { action: 'study.add' }, (inner) =>
      inner.settings.getOrSet('change', 'made'),
    );
    expect(await store.settings.get('change')).toBe('made');
    expect(await verifyAudit(store)).toMatchObject({ intact: true, lines: 6 });
  });

  it('stays one chain when many write at once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, () => record({ store, clock }, { action: 'study.add' }, 'done')),
    );
    expect(await verifyAudit(store)).toMatchObject({ intact: true, lines: 45 });
  });

  it('reads a long log in pieces, newest first', async () => {
    await store.transaction(async (inner) => {
      for (let index = 0; index < 1100; index += 1)
        await record({ store: inner, clock }, { action: 'sign-in', detail: 'Ünit % _' }, 'done');
    });
    const found: number[] = [];
    for await (const { sequence } of searchAudit(store, { text: 'ünit % _'.slice(1) })) found.push(sequence);
    expect(found).toEqual(Array.from({ length: 1100 }, (_, index) => 1105 - index));
    expect(await verifyAudit(store)).toMatchObject({ intact: true, lines: 1105 });
  });
});
