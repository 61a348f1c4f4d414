import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../server/project-root.ts';

const run = promisify(execFile);
const NEEDED = [
  'client',
  'contracts',
  'instruments',
  'scoring',
  'server',
  'fixtures',
  'package.json',
  'tsconfig.base.json',
];
const PUBLISHED = 'instruments/published.json';
const NEW = 'instruments/msme-digital-maturity/v2';

/** What `docs/extending.md` promises: a new version lives in its own folder, and nothing else is touched. */
let copy = '';
const build = (part: string) =>
  run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', `${part}/vite.config.ts`], {
    cwd: copy,
  });
const waymark = (...args: string[]) =>
  run(process.execPath, ['dist/server/waymark.js', ...args], { cwd: copy });
const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(copy, file), 'utf8'));
const write = (file: string, value: unknown) => writeFile(join(copy, file), JSON.stringify(value));

interface Survey {
  instrumentVersion: string;
  pages: { elements: { name: string }[] }[];
}
interface Model {
  version: string;
  rules: { id: string; all: { id: string; when: { score?: string; atLeast?: number } }[] }[];
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'waymark-extended-'));
  for (const part of NEEDED) await cp(join(projectRoot(), part), join(copy, part), { recursive: true });
  await symlink(join(projectRoot(), 'node_modules'), join(copy, 'node_modules'));

  await cp(join(copy, 'instruments/msme-digital-maturity/v1'), join(copy, NEW), { recursive: true });
  const survey = (await read(`${NEW}/survey.json`)) as Survey;
  survey.instrumentVersion = 'v2';
  const page = survey.pages.find(({ elements }) => elements.some(({ name }) => name === 'used_search'));
  const search = page?.elements.find(({ name }) => name === 'used_search');
  page?.elements.push({ ...search, name: 'used_video' });
  await write(`${NEW}/survey.json`, survey);

  const model = (await read(`${NEW}/model.json`)) as Model;
  model.version = '2';
  const access = model.rules.find(({ id }) => id === 'emerger')?.all.find(({ id }) => id === 'access_40');
  if (access) access.when.atLeast = 100;
  await write(`${NEW}/model.json`, model);

  const hash = createHash('sha256')
    .update(await readFile(join(copy, NEW, 'survey.json')))
    .digest('hex');
  const published = (await read(PUBLISHED)) as Record<string, Record<string, string>>;
  await write(PUBLISHED, {
    ...published,
    'msme-digital-maturity': { ...published['msme-digital-maturity'], v2: hash },
  });
  await build('server');
  await waymark('instrument', 'derive', NEW, '--output', `${NEW}/codebook.json`);
  await Promise.all([build('server'), build('client')]);
});
afterAll(() => rm(copy, { recursive: true, force: true }));

it('a new question and a new threshold need their version’s folder and its published hash, nothing else', async () => {
  const { stdout } = await waymark('instrument', 'check');
  expect(stdout).toContain('msme-digital-maturity/v1: no faults');
  expect(stdout).toContain('msme-digital-maturity/v2: no faults');

  const answers = 'id,branch,consent,own_phone,used_video';
  await writeFile(join(copy, 'answers.csv'), `${answers}\nr1,north,yes,yes,today\n`);
  const old = waymark(
    'score',
    '--instrument',
    'msme-digital-maturity/v1',
    '--input',
    'answers.csv',
    '--output',
    'o.csv',
  );
  await expect(old).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('used_video') as string,
  });
});

it('the newest version is what scoring takes, with the question and the threshold in force', async () => {
  const { variables, model } = (await read(`${NEW}/codebook.json`)) as {
    variables: { name: string; scoring?: { points: Record<string, number> } }[];
    model: { version: string };
  };
  expect(model.version).toBe('2');
  const best = ({ name, scoring }: (typeof variables)[number]): string => {
    if (name === 'consent') return 'yes';
    if (name === 'shared_phone') return '';
    if (name === 'phone_type') return 'feature';
    const codes = Object.entries(scoring?.points ?? {}).sort((a, b) => b[1] - a[1]);
    return codes[0]?.[0] ?? (name === 'who_transacts' ? 'self' : '');
  };
  const header = ['id', 'branch', ...variables.map(({ name }) => name)].join(',');
  const row = ['r1', 'north', ...variables.map(best)].join(',');
  await writeFile(join(copy, 'answers.csv'), `${header}\n${row}\n`);
  await waymark(
    'score',
    '--instrument',
    'msme-digital-maturity',
    '--input',
    'answers.csv',
    '--output',
    'o.csv',
  );
  const [, scored] = (await readFile(join(copy, 'o.csv'), 'utf8')).split('\r\n');
  // With a simple phone she was an Emerger in v1; no one reaches 100 points of access without a smartphone.
  expect(scored?.split(',')[4]).toBe('Experimenter');
});

it('the tablet carries both versions, so that drafts of the old one can be finished', async () => {
  const assets = join(copy, 'dist/client/assets');
  const [file = '', ...others] = (await readdir(assets)).filter(
    (name) => name.startsWith('instruments-') && name.endsWith('.js'),
  );
  expect(others).toEqual([]);
  const carried = Object.values((await import(pathToFileURL(join(assets, file)).href)) as object);
  const surveys = carried.map((each) => JSON.stringify(each)).filter((text) => text.includes('"pages":'));
  // Beside them the instrument with tasks to show, which asks for a photo.
  const core = surveys.filter((text) => text.includes('used_search') && !text.includes('stall_photo'));
  expect(core.length).toBe(2);
  expect(surveys.filter((text) => text.includes('used_video')).length).toBe(1);
});
