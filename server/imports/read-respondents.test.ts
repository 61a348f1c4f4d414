import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codebookSchema, type Codebook } from '../../contracts/codebook.ts';
import type { Respondent } from '../../contracts/respondent.ts';
import { readRespondents, type ReadRespondentsOptions } from './read-respondents.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-respondents-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const label = { en: 'x' };
const values = (...codes: string[]) => codes.map((code) => ({ code, label }));
const codebookOf = (variables: readonly object[], more: object = {}): Codebook =>
  codebookSchema.parse({
    name: 'test',
    version: 'v1',
    title: label,
    languages: ['en'],
    columns: { id: 'id', branch: 'branch', weight: 'weight' },
    otherColumns: 'refuse',
    variables,
    model: {
      version: '1',
      scores: ['access'],
      minimumAnswered01: 0.7,
      facts: {},
      rules: [{ id: 'all', archetype: 'Nascent', all: [] }],
      caps: [],
      clusters: { scores: ['access'], k: 2, restarts: 1 },
      combine: { margin100: 5, minimumSeparation01: 0.1 },
    },
    ...more,
  });

async function read(codebook: Codebook, content: string, options?: ReadRespondentsOptions) {
  const path = join(folder, 'file.csv');
  writeFileSync(path, content);
  const respondents: Respondent[] = [];
  for await (const respondent of readRespondents(codebook, path, options)) respondents.push(respondent);
  return respondents;
}

describe('our own codes', () => {
  const phone = {
    name: 'phone',
    label,
    type: 'single',
    values: values('yes', 'no'),
    missing: { dontknow: 'dontKnow' },
    scoring: { score: 'access', itemWeight: 1, points: { yes: 100, no: 0 } },
  };
  const codebook = codebookOf([
    phone,
    { name: 'worries', label, type: 'multiple', values: values('cost', 'fraud'), missing: {} },
    {
      name: 'age',
      label,
      type: 'number',
      values: [],
      missing: { refused: 'refused' },
      minimum: 15,
      maximum: 99,
    },
    { name: 'note', label, type: 'text', values: [], missing: {} },
    { name: 'her_name', label, type: 'text', values: [], missing: {}, personal: true },
  ]);

  test('are read by type; blank and unanswered are absent; personal columns are dropped', async () => {
    const rows = await read(
      codebook,
      'id,branch,weight,phone,worries,age,note,her_name\n' +
        'a,north,1.5,yes,fraud cost fraud,42,hello,Ana\n' +
        'b,south,2, dontknow ,,refused,,\n' +
        'c,,1,unanswered,unanswered,unanswered,unanswered,x\n',
    );
    expect(rows).toStrictEqual([
      {
        id: 'a',
        branch: 'north',
        weight: 1.5,
        answers: { phone: 'yes', worries: ['fraud', 'cost'], age: 42, note: 'hello' },
      },
      { id: 'b', branch: 'south', weight: 2, answers: { phone: 'dontknow', age: 'refused' } },
      { id: 'c', branch: '', weight: 1, answers: {} },
    ]);
  });

  test('need neither a weight nor columns that scoring does not use', async () => {
    expect(await read(codebook, 'id;branch;phone\na;n;no\n')).toStrictEqual([
      { id: 'a', branch: 'n', weight: 1, answers: { phone: 'no' } },
    ]);
  });

  test('need the columns that scoring uses, those of its skip logic too', async () => {
    const chained = codebookOf([
      { name: 'consent', label, type: 'single', values: values('yes'), missing: {} },
      { ...phone, appliesWhen: { item: 'consent', in: ['yes'] } },
    ]);
    await expect(read(chained, 'id,branch,phone\na,n,no\n')).rejects.toMatchObject({
      code: 'MISSING_COLUMN',
      message: expect.stringContaining('"consent"') as string,
    });
  });

  test('an unknown column is refused, or left out where that is asked for', async () => {
    const content = 'id,branch,phone,extra\na,n,no,1\n';
    await expect(read(codebook, content)).rejects.toMatchObject({ code: 'UNKNOWN_COLUMN' });
    expect(await read(codebook, content, { ignoreUnknownColumns: true })).toHaveLength(1);
  });

  test.each([
    ['a bad code amid several', 'fraud,cots', '42', /column "worries"/],
    ['a word for a number', 'cost', 'old', /from 15 to 99, one of refused, or a blank cell; found "old"/],
    ['a number too small', 'cost', '14', /found "14"/],
    ['infinity', 'cost', 'Infinity', /found "Infinity"/],
  ])('%s', async (_name, worries, age, message) => {
    const row = `a,n,no,${worries.replace(',', ' ')},${age}`;
    await expect(read(codebook, `id,branch,phone,worries,age\n${row}\n`)).rejects.toMatchObject({
      code: 'UNKNOWN_CODE',
      message: expect.stringMatching(message) as string,
    });
  });

  test('a decimal comma in a weight gets its own advice', async () => {
    await expect(read(codebook, 'id;branch;weight;phone\na;n;1,5;no\n')).rejects.toMatchObject({
      code: 'BAD_WEIGHT',
      hint: expect.stringContaining('point, not a comma') as string,
    });
  });
});

describe('codes of an external file', () => {
  const single = { label, type: 'single', values: values('yes', 'no'), missing: { dontknow: 'dontKnow' } };
  const codebook = codebookOf(
    [
      {
        ...single,
        name: 'phone',
        source: { columns: ['P1'], recode: { '1': 'yes', '2': 'no', '9': 'dontknow' } },
      },
      { ...single, name: 'same', source: { columns: ['P2'], keepCodes: true, recode: { ja: 'yes' } } },
      {
        ...single,
        name: 'any',
        source: { columns: ['P3', 'P4'], anyOf: { codes: ['8'], then: 'yes', otherwise: 'no' } },
      },
      {
        name: 'several',
        label,
        type: 'multiple',
        values: values('cost', 'fraud'),
        missing: {},
        source: { columns: ['P3', 'P4'], recode: { '7': 'cost', '8': 'fraud' } },
      },
      { ...single, name: 'blank', source: { columns: ['P5'], recode: { '': 'no', '1': 'yes' } } },
    ],
    {
      columns: { id: 'row', branch: 'dep', weight: 'w' },
      otherColumns: 'ignore',
      branches: [{ code: '1', label }],
    },
  );
  const header = 'row,dep,w,P1,P2,P3,P4,P5,unknown';

  test('become ours', async () => {
    const rows = await read(codebook, `${header}\n1,1,1,1,ja,7,8,1,x\n2,1,1,9,no,,7,,x\n3,1,1,,,,,,x\n`);
    expect(rows.map(({ answers }) => answers)).toStrictEqual([
      { phone: 'yes', same: 'yes', any: 'yes', several: ['cost', 'fraud'], blank: 'yes' },
      { phone: 'dontknow', same: 'no', any: 'no', several: ['cost'], blank: 'no' },
      { blank: 'no' },
    ]);
  });

  test.each([
    ['a code in no list', '1,1,1,yes,,,,,', 'UNKNOWN_CODE', /column "P1": expected one of 1, 2, 9/],
    ['one of several columns', '1,1,1,1,,7,6,,', 'UNKNOWN_CODE', /column "P4"/],
    ['an unknown branch', '1,2,1,1,,,,,', 'UNKNOWN_CODE', /column "dep": expected one of 1;/],
    ['no weight', '1,1,,1,,,,,', 'BAD_WEIGHT', /column "w"/],
  ])('%s is refused', async (_name, row, code, message) => {
    await expect(read(codebook, `${header}\n${row}\n`)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    });
  });

  test('its weight is not optional', async () => {
    await expect(read(codebook, `${header.replace(',w,', ',x,')}\n1,1,1,1,,,,,\n`)).rejects.toMatchObject({
      code: 'MISSING_COLUMN',
    });
  });
});
