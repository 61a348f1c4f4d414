import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Codebook } from '../../contracts/codebook.ts';
import { latestVersion, loadCodebook } from '../../instruments/registry.ts';
import { answersFile } from './testing/answers-file.ts';
import { buildCli, type BuiltCli } from './testing/build-cli.ts';

const NAME = 'msme-digital-maturity';
let cli: BuiltCli;
let codebook: Codebook;
let folder = '';

beforeAll(async () => {
  cli = await buildCli();
  codebook = await loadCodebook(NAME, latestVersion(NAME));
});
afterAll(() => cli.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-commands-'));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

const good = (): string => answersFile(codebook, [{ id: 'r1' }, { id: 'r2' }, { id: 'r3' }]);

describe('instruments and codebooks', () => {
  test('an instrument with a typing mistake is named by the gate, with the place', async () => {
    const draft = join(folder, NAME, latestVersion(NAME));
    mkdirSync(draft, { recursive: true });
    for (const file of ['survey.json', 'model.json', 'result-card.json']) {
      const text = readFileSync(
        new URL(`../../instruments/${NAME}/${latestVersion(NAME)}/${file}`, import.meta.url),
        'utf8',
      );
      writeFileSync(
        join(draft, file),
        file === 'survey.json' ? text.replace('"itemWeight"', '"itemWieght"') : text,
      );
    }
    const { code, stdout, stderr } = await cli.run(['instrument', 'check', draft]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/UNKNOWN_PROPERTY at survey\.json.*itemWieght/);
    expect(stderr).toMatch(/^waymark: INSTRUMENT_INVALID: /);
  });

  test('a codebook with a typing mistake stops scoring', async () => {
    const path = join(folder, 'codebook.json');
    writeFileSync(path, JSON.stringify(codebook).replace('"branch":"branch"', '"brnach":"branch"'));
    const { code, stderr } = await cli.run([
      'score',
      '--codebook',
      path,
      '--input',
      join(folder, 'a.csv'),
      '--output',
      join(folder, 'out.csv'),
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^waymark: CODEBOOK_INVALID: .*codebook\.json, at columns/);
  });

  test('a codebook that is not JSON, and an instrument that does not exist', async () => {
    const path = join(folder, 'codebook.json');
    writeFileSync(path, '{ "name": ');
    const notJson = await cli.run(['score', '--codebook', path, '--input', 'a', '--output', 'b']);
    expect(notJson).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^waymark: CODEBOOK_INVALID: .*expected JSON/) as string,
    });
    const unknown = await cli.run(['score', '--instrument', 'msme', '--input', 'a', '--output', 'b']);
    expect(unknown).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^waymark: INSTRUMENT_UNKNOWN: [\s\S]*msme-digital-maturity/) as string,
    });
  });
});

describe('scoring a file', () => {
  test('keeps the row of who did not agree, and leaves her out of the printed table', async () => {
    const input = join(folder, 'answers.csv');
    const output = join(folder, 'segments.csv');
    writeFileSync(
      input,
      answersFile(codebook, [
        { id: 'r1' },
        { id: 'r2', consent: 'no', own_phone: '', shared_phone: '' },
        { id: 'r3' },
      ]),
    );
    const { code, stdout } = await cli.run([
      'score',
      '--instrument',
      NAME,
      '--input',
      input,
      '--output',
      output,
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('Left out: 1 (did not agree to the interview).');
    expect(stdout).toMatch(/^All .* 2 +2\.0$/m);
    const rows = readFileSync(output, 'utf8').trim().split(/\r?\n/);
    expect(rows.map((row) => row.split(',')[0])).toEqual(['id', 'r1', 'r2', 'r3']);
    expect(rows[2]?.split(',').slice(3).join('')).toBe('');
  });
});

describe('records set aside', () => {
  test('are listed with tablet and reason, and without answers', async () => {
    const data = join(folder, 'data');
    await cli.run(['demo', '--data', data, '--count', '2']);
    const none = await cli.run(['held', '--data', data]);
    expect(none).toMatchObject({ code: 0, stdout: 'No record is set aside.\n' });
    const [file = ''] = readdirSync(data).filter((name) => name.endsWith('.sqlite'));
    const database = new Database(join(data, file));
    database.exec(`
      insert into tablets (id, study_id, name, token_hash, enrolled_at) values ('t', 'demo', 'Blue tablet', 'h', '');
      insert into submissions (id, study_id, hash, kind, payload, branch, received_at, tablet_id, status, reason, receipt_id)
      select 'record-1', study_id, 'x', kind, payload, 'riverside', '2026-11-22T09:00:00.000Z', 't', 'quarantined', 'It came too late.', 'r'
      from submissions limit 1`);
    database.close();
    const { code, stdout } = await cli.run(['held', '--data', data, '--study', 'demo']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^record-1 +x +demo +Blue tablet +riverside +2026-11-22T09:00:00\.000Z +quarantined +– +It came too late\.$/m,
    );
    expect(stdout).not.toContain('consent');
    expect(await cli.run(['held', '--data', data, '--study', 'nothing'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^waymark: NOT_FOUND: /) as string,
    });
  });
});

describe('databases', () => {
  test('one from a newer version is refused and left alone', async () => {
    const data = join(folder, 'data');
    expect(await cli.run(['demo', '--data', data, '--count', '20'])).toMatchObject({ code: 0 });
    const [file = ''] = readdirSync(data).filter((name) => name.endsWith('.sqlite'));
    const database = new Database(join(data, file));
    database
      .prepare(
        `insert into waymark_migrations (position, name, applied_at) values (9999, 'from the future', '')`,
      )
      .run();
    database.close();
    const { code, stderr } = await cli.run([
      'export',
      '--data',
      data,
      '--study',
      'demo',
      '--output',
      join(folder, 'out.csv'),
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^waymark: DATABASE_NEWER: .*from the future/);
    expect(readdirSync(folder)).toEqual(['data']);
  });

  test('a file that is no database', async () => {
    const data = join(folder, 'data');
    mkdirSync(data);
    writeFileSync(
      join(data, 'waymark.sqlite'),
      'not a database at all, but long enough to be taken for one'.repeat(40),
    );
    const { code, stderr } = await cli.run(['demo', '--data', data]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^waymark: DATABASE_UNREADABLE: /);
  });

  test('a faulty file makes no study, and half of it is not imported', async () => {
    const data = join(folder, 'data');
    const input = join(folder, 'answers.csv');
    writeFileSync(input, answersFile(codebook, [{ id: 'r1' }, { id: 'r1' }]));
    const args = ['import', '--data', data, '--study', 's', '--instrument', NAME, '--input', input];
    expect(await cli.run([...args, '--title', 'New'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('DUPLICATE_ID') as string,
    });
    writeFileSync(input, good());
    expect(await cli.run([...args, '--title', 'New'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('3 added, 0 were there') as string,
    });
    const again = await cli.run(['import', '--data', data, '--study', 's', '--input', input]);
    expect(again).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('0 added, 3 were there') as string,
    });
  });
});

describe('the command itself', () => {
  test('says what is wrong with its options', async () => {
    expect(await cli.run(['score', '--input', 'a'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^waymark: INVALID_REQUEST: .*--output/) as string,
    });
    expect(await cli.run(['score', '--input', 'a', '--output', 'b', '--seed', '-1'])).toMatchObject({
      code: 2,
    });
    expect(await cli.run(['scroe'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("unknown command 'scroe'") as string,
    });
  });

  test('every command has --help with an example', async () => {
    for (const command of [
      'serve',
      'demo',
      'import',
      'score',
      'crosstab',
      'export',
      'instrument check',
      'instrument derive',
      'study add',
      'study set',
      'study list',
      'cases import',
      'person add',
      'held',
      'backup',
      'restore',
    ]) {
      const { code, stdout } = await cli.run([...command.split(' '), '--help']);
      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`Examples?:\\n  waymark ${command}`));
    }
  });
});

describe('a study that is laid out on the command line', () => {
  test('has its frame, waves, quotas and list, and a faulty file changes nothing', async () => {
    const at = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const data = join(folder, 'data');
    const run = (...args: string[]) => cli.run([...args, '--data', data]);
    const frame = at('frame.csv', 'branch,name,clients\nnorth,North,500\nsouth,South,\n');
    const quotas = at('quotas.csv', 'branch,variable,code,interviews\nnorth,sex,female,30\n,,,9\n');
    const wave = '1=First:2026-11-01:2026-11-30';
    const add = ['study', 'add', '--title', 'T', '--instrument', NAME, '--frame', frame, '--wave', wave];
    const refused = await run(...add, '--quotas', quotas);
    expect(refused.stderr).toMatch(/quotas\.csv, line 3: name a branch, a group, or both/);
    expect((await run(...add, '--starts', '2026-13-01')).stderr).toMatch(/startsOn/);
    at('quotas.csv', 'branch,variable,code,interviews\nnorth,sex,female,30\n');
    const added = await run(...add, '--quotas', quotas);
    const study = /^Study (\S+): /.exec(added.stdout)?.[1] ?? '';
    expect((await run('study', 'list')).stdout.trim().split('\n')).toHaveLength(1);

    const list = at('list.csv', 'id,branch,name\nC1,north,Ana\nC2,south,Bea\n');
    const take = () => run('cases', 'import', list, '--study', study, '--wave', '1');
    expect((await take()).stdout).toBe('2 added, 0 changed.\n');
    at('list.csv', 'id,branch,name\nC3,north,Carla\nC1,elsewhere,Ana\n');
    expect((await take()).stderr).toMatch(/list\.csv, line 3: the study has no branch "elsewhere"/);
    expect((await run('study', 'set', study, '--move-to', 'v99')).stderr).toMatch(/cannot move to "v99"/);

    const db = new Database(join(data, 'waymark.sqlite'), { readonly: true });
    const rows = (sql: string) => db.prepare(sql).raw().all();
    expect(rows('select code, clients from branches order by code')).toEqual([
      ['north', 500],
      ['south', null],
    ]);
    expect(rows('select branch, variable, code, interviews from quotas')).toEqual([
      ['north', 'sex', 'female', 30],
    ]);
    expect(rows('select id, wave from cases order by id')).toEqual([
      ['C1', 1],
      ['C2', 1],
    ]);
    db.close();
  });
});
