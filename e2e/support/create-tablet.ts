import { type Page } from 'playwright-core';
import { messagesEn as texts } from '../../client/collect/messages-en.ts';
import { createInterviewDriver } from './interview-driver.ts';
import { launchBrowser, type LaunchedBrowser, TABLET } from './launch-browser.ts';
import { readDevice } from './read-device.ts';
import { unlock } from './unlock.ts';
import { waitUntil } from './wait-until.ts';

export type Tablet = Awaited<ReturnType<typeof createTablet>>;

/**
 * An enumerator's 8-inch tablet: a Chromium with a profile that outlives it.
 *
 * @param profileDir where Chromium keeps what it stores
 * @param address of the Waymark server, as the tablet reaches it
 */
export async function createTablet(profileDir: string, address: string) {
  let browser: LaunchedBrowser = await launchBrowser(profileDir, TABLET);
  const page = () => browser.page;
  /** Opens a page of the tablet, and unlocks it where it is locked. */
  const open = async (path: string): Promise<void> => {
    await page().goto(`${address}${path}`);
    await unlock(page());
  };
  const button = (name: string) => page().getByRole('button', { name, exact: true });
  const anchor = (name: string) => page().getByRole('link', { name, exact: true });
  /** Links the tablet with the office's code; it then asks for a PIN. */
  const link = async (code: string, deviceName = 'Tablet 7'): Promise<void> => {
    await open('/collect');
    await page().getByLabel(texts.enrolCode, { exact: true }).fill(code);
    await page().locator('input[name=deviceName]').fill(deviceName);
    await button(texts.enrolButton).tap();
    await page().locator('input[name=pin]').waitFor();
  };

  return {
    ...createInterviewDriver(page),
    page,
    open,
    /** As a person does who put the tablet down: locked, by the button. */
    lock: async (): Promise<void> => {
      await button(texts.lockButton).tap();
      await page().locator('input[name=pin]').waitFor();
    },
    unlock: async (): Promise<void> => {
      await unlock(page());
    },

    link,

    /** Links the tablet by the address in the office's QR code, as a camera opens it. */
    linkByPicture: async (code: string, deviceName = 'Tablet 7'): Promise<void> => {
      await page().goto(`${address}/collect/enrol#code=${code}`);
      await page().locator(`input[name=code][value="${code}"]`).waitFor();
      if (page().url().includes(code)) throw new Error(`The code stayed in the address: ${page().url()}`);
      await page().locator('input[name=deviceName]').fill(deviceName);
      await button(texts.enrolButton).tap();
      await page().locator('input[name=pin]').waitFor();
    },

    /** Opens Waymark for the first time, links the tablet with the office's code, and sets a PIN. */
    enrol: async (code: string, deviceName = 'Tablet 7'): Promise<void> => {
      await link(code, deviceName);
      await unlock(page());
      await anchor(texts.homeStart).waitFor();
    },

    /** Waits for the line that tells the enumerator that she may leave the network. */
    readyForTheField: async (): Promise<void> => {
      await page().getByText(texts.offlineReady, { exact: true }).waitFor({ timeout: 30_000 });
    },

    openStart: async (): Promise<void> => {
      await anchor(texts.homeStart).tap();
      await page().locator('select[name=branch]').waitFor();
    },

    /** Tries to turn a page that is not complete. */
    tryNextPage: async (): Promise<void> => {
      await button(texts.next).tap();
      await page().locator('[data-problem=true]').first().waitFor();
    },

    startInterview: async (branch: string): Promise<void> => {
      await anchor(texts.homeStart).tap();
      await page().locator('select[name=branch]').selectOption(branch);
      await button(texts.startButton).tap();
      await page().locator('[data-question]').first().waitFor();
    },

    /** Id of the interview on the screen. */
    openDraft: (): string => {
      const { pathname } = new URL(page().url());
      const id = /^\/collect\/interview\/([\w-]+)$/.exec(pathname)?.[1];
      if (id === undefined) throw new Error(`No interview is open at ${pathname}.`);
      return id;
    },

    /** Waits until the tablet says that all is saved. */
    saved: async (): Promise<void> => {
      await page().locator('[data-save-state="saved"]').waitFor();
    },

    /** Goes on with the one interview that is not finished yet. */
    goOn: async (): Promise<void> => {
      await anchor(texts.homeResume).tap();
      await page().locator('[data-question]').first().waitFor();
    },

    finish: async (): Promise<void> => {
      await button(texts.reviewFinish).tap();
      await page().locator('.result-card').waitFor();
    },

    /** The result card's heading: the archetype. */
    resultTitle: async (): Promise<string> => await page().locator('.result-card h1').innerText(),

    goHome: async (): Promise<void> => {
      await anchor(texts.resultDone).tap();
      await anchor(texts.homeStart).waitFor();
    },

    /** How many interviews the home screen says are unsent. */
    unsentOnScreen: async (): Promise<number> =>
      Number(await page().locator('[data-outbox]').getAttribute('data-outbox')),

    sendNow: async (): Promise<void> => {
      await open('/collect/outbox');
      await button(texts.outboxSendNow).tap();
    },

    /** Waits until nothing is unsent; the tablet tries by itself all the while. */
    allSent: async (timeoutMs = 60_000): Promise<void> => {
      await waitUntil(
        'the outbox is empty',
        async () => (await readDevice(page())).outbox.length === 0,
        timeoutMs,
      );
    },

    /** What lies in the tablet's own storage. */
    storage: async () => await readDevice(page()),

    /** As a flat battery: the browser is gone at once, and nothing is flushed. */
    kill: async (): Promise<void> => {
      await browser.kill();
    },
    /** Starts the browser again and asks for the app; does not wait until it shows. `before` comes first. */
    relaunch: async (initScript?: string, before?: (page: Page) => Promise<void>): Promise<void> => {
      browser = await launchBrowser(profileDir, TABLET, initScript === undefined ? {} : { initScript });
      await before?.(page());
      await page().goto(`${address}/collect`, { waitUntil: 'commit' });
    },
    /** Starts the browser again, with a script that runs in each page before the app's own. */
    reopen: async (path = '/collect', initScript?: string): Promise<void> => {
      browser = await launchBrowser(profileDir, TABLET, initScript === undefined ? {} : { initScript });
      await open(path);
    },
    /** As after `reopen`, before anyone gave a PIN. */
    reopenLocked: async (initScript?: string): Promise<void> => {
      browser = await launchBrowser(profileDir, TABLET, initScript === undefined ? {} : { initScript });
      await page().goto(`${address}/collect`);
      await page().locator('input[name=pin]').waitFor();
    },
    close: async (): Promise<void> => {
      await browser.close();
    },
  };
}
