import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { uuidOf } from '../use-cases/demo-interviews.ts';
import { buildCli, type BuiltCli } from './testing/build-cli.ts';

/** Every example in the pages of the methods, and in the help of the commands that read a file, runs. */
const METHODS = join(projectRoot(), 'docs', 'methods');
const PAGES = readdirSync(METHODS).filter((name) => name.endsWith('.md'));

let cli: BuiltCli;
let folder: string;

beforeAll(async () => {
  cli = await buildCli();
  folder = mkdtempSync(join(tmpdir(), 'waymark-examples-'));
  cpSync(join(projectRoot(), 'docs', 'examples'), join(folder, 'docs', 'examples'), { recursive: true });
  await setTwoAside(join(folder, 'data'));
}, 240_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await cli.remove();
});

/** The demo study, two interviews of which wait to be decided about. */
async function setTwoAside(data: string): Promise<void> {
  expect(await cli.run(['demo', '--data', data, '--count', '150'])).toMatchObject({ code: 0 });
  const [file = ''] = readdirSync(data).filter((name) => name.endsWith('.sqlite'));
  const database = new Database(join(data, file));
  const ids = [uuidOf('demo 1 0'), uuidOf('demo 1 1')];
  const aside = database.prepare(
    `update submissions set status = 'quarantined', reason = 'Late.' where id = ?`,
  );
  for (const id of ids) expect(aside.run(id).changes).toBe(1);
  database.close();
}

/** Splits a command as a shell does: words, with quotes around what holds spaces. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
}

const joinLines = (text: string): string[] => text.replaceAll(/\\\n\s*/g, ' ').split('\n');

function examplesOfPage(page: string): string[] {
  const text = readFileSync(join(METHODS, page), 'utf8');
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block]) => joinLines(block ?? ''))
    .filter((line) => line.startsWith('npx waymark '))
    .map((line) => line.replace('npx waymark ', ''));
}

async function expectToRun(example: string): Promise<void> {
  const { code, stdout, stderr } = await cli.run(words(example), { cwd: folder });
  expect({ code, stderr: code === 0 ? '' : stderr }, example).toEqual({ code: 0, stderr: '' });
  if (!/--format csv|--output|--format table/.test(example) && stdout.trimStart().startsWith('{'))
    expect(() => JSON.parse(stdout) as unknown, example).not.toThrow();
}

describe.each(PAGES)('docs/methods/%s', (page) => {
  test('has an example that runs', { timeout: 240_000 }, async () => {
    const examples = examplesOfPage(page);
    expect(examples.length, 'a page of a method has an example').toBeGreaterThan(0);
    for (const example of examples) await expectToRun(example);
  });
});

/** Commands whose help is about files, or about a study; the others need a server or someone's files. */
const COMMANDS = [
  ['agreement'],
  ['back-check', 'draw'],
  ['back-check', 'compare'],
  ['classes'],
  ['cluster'],
  ['crosstab'],
  ['describe'],
  ['experiment'],
  ['experiment', 'assign'],
  ['experiment', 'power'],
  ['held'],
  ['held', 'release'],
  ['held', 'reject'],
  ['held', 'reopen'],
  ['profiles'],
  ['quality'],
  ['reliability'],
  ['response-rates'],
  ['score'],
  ['size'],
  ['transitions'],
  ['typing-tool'],
  ['weight'],
];

describe.each(COMMANDS)('waymark %s %s', (...command) => {
  test('has help with an example that runs', { timeout: 240_000 }, async () => {
    const help = await cli.run([...command, '--help']);
    expect(help.code).toBe(0);
    const examples = joinLines(help.stdout)
      .map((line) => line.trim())
      .filter((line) => line.startsWith('waymark '))
      .map((line) => line.replace('waymark ', ''));
    expect(examples.length, help.stdout).toBeGreaterThan(0);
    for (const example of examples) await expectToRun(example);
  });
});
