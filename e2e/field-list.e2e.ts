import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { interviewSchema } from '../contracts/submission.ts';
import { visitsEn as texts } from '../client/collect/visits/visit-messages-en.ts';
import { messagesEn } from '../client/collect/messages-en.ts';
import { createSealingKeys } from '../server/sealing/create-sealing-keys.ts';
import { openPayload } from '../server/use-cases/open-payload.ts';
import { createNetwork, type Network } from './support/create-network.ts';
import { createOffice, findSignIn, type Office } from './support/create-office.ts';
import { createTablet, type Tablet } from './support/create-tablet.ts';
import { findIn, readEverything } from './support/read-everything.ts';
import { ENABLED_TRADER } from './support/respondents.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { waitUntil } from './support/wait-until.ts';

const SECRETS = [
  'Zubeida Firstsecret',
  'Yolanda Secondsecret',
  '+91 55501 11001',
  '7 Hidden Lane',
  'KX-4711',
];
const LIST = [
  'id,branch,name,phone,address,assigned',
  'KX-4711,old-town,Zubeida Firstsecret,+91 55501 11001,7 Hidden Lane,Tablet 7',
  'KX-4712,old-town,Yolanda Secondsecret,+91 55501 22002,9 Hidden Lane,Tablet 7',
  'KX-4713,old-town,Xenia Thirdsecret,,,Tablet 7',
].join('\n');
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
});

afterAll(async () => {
  await tablet.close();
  await network.close();
  await server.stop();
  folder.remove();
});

const row = (name: string) => tablet.page().locator('.person-row', { hasText: name });
const button = (name: string) => tablet.page().getByRole('button', { name, exact: true });
const link = (name: string) => tablet.page().getByRole('link', { name, exact: true });

/** Which of the list's secrets stand in any file that the browser wrote. */
async function foundOnDisk(): Promise<string[]> {
  const entries = await readdir(folder.path('tablet'), { recursive: true, withFileTypes: true });
  const found = new Set<string>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    for (const text of findIn(bytes, [...SECRETS, 'Tablet 7'])) found.add(text);
  }
  return [...found];
}

it('works through the list without a network, and the server then knows who was visited and interviewed', async () => {
  await tablet.enrol(await office.enrolCode());
  await tablet.readyForTheField();
  await office.importCases(LIST);
  await button(texts.update).tap();
  await row('Zubeida').waitFor();

  network.set('down');
  await tablet.kill();
  // The name of the tablet lies open: so the search does find what is there.
  expect(await foundOnDisk()).toEqual(['Tablet 7']);
  await tablet.reopenLocked();
  const { stores, localStorage, caches } = await readEverything(tablet.page());
  for (const bytes of [...Object.values(stores), localStorage, caches])
    expect(findIn(bytes, SECRETS)).toEqual([]);
  expect(await tablet.page().locator('body').innerText()).not.toContain('Zubeida');
  await tablet.unlock();

  // She asks to come back another day.
  await row('Zubeida').tap();
  await tablet.page().locator('label', { hasText: texts.outcomes['call-back'] }).tap();
  await button(texts.save).tap();
  await tablet.page().getByText(texts.dayMissing).waitFor();
  await tablet.page().locator('.day-choices label').nth(1).tap();
  await button(texts.save).tap();
  await tablet.page().getByText(texts.saved).waitFor();
  await link(texts.toHome).tap();
  await row('Yolanda').waitFor();
  expect(await row('Zubeida').count()).toBe(0);

  // The next one takes part; the battery dies in the middle.
  await row('Yolanda').tap();
  await link(texts.start).tap();
  await button(messagesEn.startButton).tap();
  await tablet.page().locator('[data-question="consent"]').waitFor();
  await tablet.answerThrough('respondent_name', ENABLED_TRADER);
  await tablet.saved();
  await tablet.kill();
  await tablet.reopen();
  await tablet.page().locator('.item-list li', { hasText: 'Yolanda' }).waitFor();
  await tablet.goOn();
  await tablet.answerTheRest(ENABLED_TRADER);
  await tablet.finish();
  await tablet.goHome();
  const { outbox } = await tablet.storage();
  expect(outbox).toHaveLength(2);

  network.set('up');
  await tablet.sendNow();
  await tablet.allSent();
  const { sent } = await tablet.storage();
  expect(sent.map(({ receipt }) => receipt.status)).toEqual(['stored', 'stored']);
  // The demo has a list of its own.
  const ownCases = (await office.cases('KX-')).sort((a, b) => a.id.localeCompare(b.id));
  const keys = createSealingKeys(folder.path('data'), () => new Date());
  const [interviewed] = sent.filter(({ what }) => what === 'interview');
  const opened = openPayload(keys, interviewed?.payload ?? '');
  if (opened.kind !== 'interview') throw new Error(`The record is ${opened.kind}.`);
  expect(interviewSchema.parse(JSON.parse(opened.text)).caseId).toBe('KX-4712');
  expect(ownCases.map(({ id, outcome, attempts, done }) => [id, outcome, attempts, done])).toEqual([
    ['KX-4711', 'call-back', 1, false],
    ['KX-4712', 'completed', 1, true],
    ['KX-4713', null, 0, false],
  ]);

  // What the tablet had marked itself, the server's list says now.
  await tablet.open('/collect');
  await tablet.page().locator('[data-work=open] > a').tap();
  await button(texts.update).tap();
  await waitUntil('the server has said what the tablet had marked', async () => {
    const marks = await tablet.page().evaluate(
      async () =>
        await new Promise<number>((resolve) => {
          const opening = indexedDB.open('waymark');
          opening.onsuccess = () => {
            const counting = opening.result.transaction('marks').objectStore('marks').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
    return marks === 0;
  });
  await tablet.page().locator('label', { hasText: texts.filterDone }).tap();
  await tablet.page().locator('input[name=search]').fill('yolanda');
  await row('Yolanda').getByText(texts.outcomes.completed).waitFor();
  expect(await tablet.page().locator('.person-row').count()).toBe(1);
});
