import { afterAll, beforeAll, expect, it } from 'vitest';
import { messagesEn as texts } from '../client/collect/messages-en.ts';
import { createNetwork, type Network } from './support/create-network.ts';
import { createOffice, findSignIn } from './support/create-office.ts';
import { createTablet, type Tablet } from './support/create-tablet.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { unlock } from './support/unlock.ts';
import { waitUntil } from './support/wait-until.ts';

const folder = temporaryFolder();
let server: RunningServer;
let network: Network;
let tablet: Tablet;

beforeAll(async () => {
  server = await startServer(folder.path('data'));
  network = await createNetwork(server.url);
  tablet = await createTablet(folder.path('tablet'), network.url);
  const office = await createOffice(server.url, findSignIn(server.output(), 'administrator@demo.example'));
  await tablet.enrol(await office.enrolCode());
  await tablet.readyForTheField();
});

afterAll(async () => {
  await tablet.close();
  await network.close();
  await server.stop();
  folder.remove();
});

/** Asks the browser to look for a new version, and waits until one lies ready beside the old. */
async function newVersionWaits(): Promise<void> {
  await waitUntil('the new version waits', async () =>
    tablet.page().evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      if (registration.waiting === null) await registration.update();
      return registration.waiting !== null;
    }),
  );
}

it('never swaps versions under an open interview, and not before a tap', async () => {
  await tablet.open('/collect');
  await tablet.startInterview('old-town');
  await tablet.answer('consent', 'yes');
  const interviewPath = new URL(tablet.page().url()).pathname;
  await tablet.page().evaluate(() => {
    document.title = 'the very same page';
  });

  network.publishNewVersion();
  await newVersionWaits();
  expect(await tablet.page().title()).toBe('the very same page');
  expect(await tablet.shown()).toEqual([{ name: 'consent', answer: ['yes'] }]);
  expect(await tablet.page().getByText(texts.updateReady).count()).toBe(0);

  // Another tab sees the notice, but may not update while the interview is open here.
  const other = await tablet.page().context().newPage();
  await other.goto(`${network.url}/collect`);
  await unlock(other);
  await other.getByText(texts.updateReady).waitFor();
  await other.getByRole('button', { name: texts.updateButton }).tap();
  await other.getByText(texts.updateBlocked).waitFor();
  expect(await tablet.page().title()).toBe('the very same page');
  await other.close();

  // The interview is put aside: now a tap updates, and the draft is still there.
  await tablet.page().getByRole('link', { name: texts.interviewLeave }).tap();
  await tablet.page().getByText(texts.updateReady).waitFor();
  const reloaded = tablet.page().waitForEvent('load');
  await tablet.page().getByRole('button', { name: texts.updateButton }).tap();
  await reloaded;
  await waitUntil('no version waits any more', async () =>
    tablet.page().evaluate(async () => (await navigator.serviceWorker.ready).waiting === null),
  );
  await tablet.open(interviewPath);
  await tablet.page().locator('[data-question]').first().waitFor();
  expect(await tablet.shown()).toContainEqual({ name: 'consent', answer: ['yes'] });
});
