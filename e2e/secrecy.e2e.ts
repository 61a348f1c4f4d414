import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messagesEn as texts } from '../client/collect/messages-en.ts';
import { inRoot } from '../tools/support/root.mjs';
import { createNetwork, type Network } from './support/create-network.ts';
import { createOffice, findSignIn, type Office } from './support/create-office.ts';
import { createTablet, type Tablet } from './support/create-tablet.ts';
import { findIn, readEverything } from './support/read-everything.ts';
import { ENABLED_TRADER } from './support/respondents.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { ENUMERATOR, PIN } from './support/unlock.ts';
import { waitUntil } from './support/wait-until.ts';

const BRANCH = 'old-town';
const NAMES = ['Zubeida Firstsecret', 'Yolanda Secondsecret', 'Xenia Thirdsecret'];
const folder = temporaryFolder();
let server: RunningServer;
let network: Network;
let tablet: Tablet;
let office: Office;

beforeAll(async () => {
  server = await startServer(folder.path('data'));
  network = await createNetwork(server.url);
  tablet = await createTablet(folder.path('tablet'), network.url);
  office = await createOffice(server.url, findSignIn(server.output(), 'administrator@demo.example'));
  await tablet.enrol(await office.enrolCode());
  await tablet.readyForTheField();
});

afterAll(async () => {
  await tablet.close();
  await network.close();
  await server.stop();
  folder.remove();
});

/** Answers that stand in no other place of the tablet's storage than an interview would put them. */
const CODES = Object.values(ENABLED_TRADER)
  .flat()
  .filter((value): value is string => typeof value === 'string' && value.length >= 6);
const ITEMS = Object.keys(ENABLED_TRADER).filter((item) => item.length >= 8);

async function interview(name: string): Promise<void> {
  const answers = { ...ENABLED_TRADER, respondent_name: name };
  await tablet.startInterview(BRANCH);
  await tablet.answerThrough('respondent_name', answers);
  await tablet.answerTheRest(answers);
  await tablet.finish();
  await tablet.goHome();
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const waymark = async (...args: string[]) =>
  await promisify(execFile)(process.execPath, [inRoot('dist', 'server', 'waymark.js'), ...args]).then(
    ({ stdout }) => stdout,
    (error: unknown) => String(error),
  );

it('leaves nothing readable in the tablet’s storage: not of a sent interview, an unsent one, or a draft', async () => {
  await interview(NAMES[0] ?? '');
  await tablet.allSent();
  network.set('down');
  await interview(NAMES[1] ?? '');
  await tablet.startInterview(BRANCH);
  await tablet.answerThrough('can_transact', { ...ENABLED_TRADER, respondent_name: NAMES[2] ?? '' });
  await tablet.saved();
  await tablet.open('/collect');
  const { sent, outbox, drafts } = await tablet.storage();
  expect([sent.length, outbox.length, drafts.length]).toEqual([1, 1, 1]);

  const { stores, localStorage, caches } = await readEverything(tablet.page());
  const words = NAMES.flatMap((name) => name.split(' '));
  const people = [...NAMES, ...words, ENUMERATOR];
  // The instruments, with all their codes, are cached for work offline: they are public. People are not.
  expect(findIn(caches, people)).toEqual([]);
  expect(findIn(localStorage, [...people, BRANCH, 'Old Town', ...CODES, ...ITEMS, PIN])).toEqual([]);
  expect(Object.keys(stores).length).toBeGreaterThanOrEqual(8);
  for (const [store, bytes] of Object.entries(stores)) {
    // The link holds the list of all branches of the study: nothing of an interview.
    const isLink = store === 'waymark enrolment';
    const secrets = [...people, PIN, ...CODES, ...ITEMS, ...(isLink ? [] : [BRANCH, 'Old Town'])];
    expect([store, findIn(bytes, secrets)]).toEqual([store, []]);
  }
  // The search itself finds what is there.
  expect(findIn(stores['waymark enrolment'] ?? Buffer.alloc(0), [BRANCH])).toEqual([BRANCH]);
});

it('leaves no name on the tablet’s disk, in any file that the browser wrote', async () => {
  await tablet.kill();
  const found = new Set<string>();
  for (const file of await filesOf(folder.path('tablet'))) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    for (const text of findIn(bytes, [...NAMES, ENUMERATOR, 'Tablet 7'])) found.add(text);
  }
  // The name of the tablet lies open: so the search does find what is there.
  expect([...found]).toEqual(['Tablet 7']);
});

it('asks for the PIN after the app was closed, refuses a wrong one, and goes on where it was', async () => {
  await tablet.reopenLocked();
  const page = tablet.page();
  await page.locator('input[name=pin]').fill('999999');
  await page.locator('[type=submit]').tap();
  await page.getByText(texts.pinWrong).waitFor();
  expect(await page.locator('.app-open').count()).toBe(0);
  expect(await page.locator('body').innerText()).not.toContain(ENUMERATOR);
  await tablet.unlock();
  await tablet.goOn();
  expect((await tablet.shown()).map(({ name }) => name)).toContain('can_transact');
  await tablet.open('/collect');
});

it('locks by itself when nobody touches it, and on demand', async () => {
  await tablet.lock();
  await tablet.unlock();
  await tablet.page().clock.install();
  await tablet.open('/collect');
  await tablet.page().clock.fastForward(4 * 60_000);
  expect(await tablet.page().locator('.app-open').count()).toBe(1);
  await tablet.page().clock.fastForward(61_000);
  await tablet.page().locator('input[name=pin]').waitFor();
});

it('brings a locked tablet’s interviews to the server by a file: the finished once, the draft beside them', async () => {
  await tablet.kill();
  await tablet.reopenLocked();
  const page = tablet.page();
  await page.locator('summary').tap();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: texts.backupButton }).tap();
  const file = folder.path('tablet-7.waymark-backup');
  await (await download).saveAs(file);
  const backup = await readFile(file);
  expect(findIn(backup, [...NAMES, ENUMERATOR, BRANCH, ...CODES])).toEqual([]);

  const imported = await waymark('backup', 'import', file, '--data', folder.path('data'));
  expect(imported).toContain('1 interviews stored');
  expect(imported).toContain('1 were there already');
  expect(imported).toContain('1 unfinished interviews recovered');
  const again = await waymark('backup', 'import', file, '--data', folder.path('data'));
  expect(again).toContain('3 were there already');
  const { drafts } = await tablet.storage();
  const recovered = folder.path('recovered.json');
  await waymark('held', '--id', drafts[0]?.id ?? '', '--output', recovered, '--data', folder.path('data'));
  expect(await readFile(recovered, 'utf8')).toContain(NAMES[2]);

  // The tablet finds its network again, still locked: the server knows the interview already.
  network.set('up');
  await tablet.page().reload();
  await tablet.allSent();
  expect((await tablet.storage()).sent.map(({ receipt }) => receipt.status)).toEqual(['stored', 'stored']);
});

it('hands everything over and forgets it once it was revoked and is locked', async () => {
  const { drafts } = await tablet.storage();
  await office.revokeTablets();
  await tablet.page().reload();
  await waitUntil('the tablet has cleared itself', async () => {
    const { drafts: left, sent, journal } = await tablet.storage();
    return left.length + sent.length + journal.length === 0;
  });
  await tablet.page().locator('[data-revoked]').first().waitFor();
  expect(await waymark('held', '--data', folder.path('data'))).toContain(drafts[0]?.id);
});
