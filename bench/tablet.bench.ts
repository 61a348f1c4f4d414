import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { quantile } from 'simple-statistics';
import { projectRoot } from '../server/project-root.ts';
import { CHROMIUM_FLAGS, findChromium } from '../tools/support/chromium.mjs';
import { serveTablet, type TabletServer } from './serve-tablet.ts';
import type { BenchResult } from './support/bench-result.ts';
import { measureJournalWrite } from './support/journal-write.ts';
import { installProbe, type TabletTimes } from './support/tablet-probe.ts';

const SLOWDOWN = 6;
const RUNS = 3;
const PIN = '271828';
/** In the draft that is opened again: every answer of an interview, and some of them changed. */
const DRAFT_ANSWERS = 60;

/** The client's figures, in Chromium on an 800 × 1280 touch screen with the CPU slowed six times. */
export async function run(
  distDir = join(projectRoot(), 'dist', 'client'),
  executablePath = findChromium(),
): Promise<BenchResult[]> {
  if (executablePath === null) throw new Error('No Chromium was found: set CHROMIUM_PATH.');
  const server = await serveTablet(distDir);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    return await measure(browser, server);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measure(browser: Browser, server: TabletServer): Promise<BenchResult[]> {
  const context = await browser.newContext({
    viewport: { width: 800, height: 1280 },
    hasTouch: true,
    isMobile: true,
  });
  await context.addInitScript(installProbe);
  const downloadKb = await enrol(context, server);
  await context.setOffline(true);
  const runs: TabletTimes[] = [];
  for (let index = 0; index < RUNS; index += 1) runs.push(await interview(context, server.url));

  const middle = (name: 'shellMs' | 'unlockMs' | 'openMs' | 'reopenMs') =>
    quantile(
      runs.map((one) => one[name] ?? NaN),
      0.5,
    ) / 1000;
  const taps = runs.flatMap((one) => one.tapsMs);
  const turns = runs.flatMap((one) => one.turnsMs);
  const how = `Chromium, CPU slowed ${SLOWDOWN}×, 800 × 1280, offline, production build`;
  const tapped = `${how}; ${taps.length} taps in ${RUNS} whole interviews, all pages`;
  const ofRuns = `median of ${RUNS}`;
  const page = await openSlowed(context, `${server.url}/collect`);
  return [
    result(
      'tablet: app shell usable offline',
      middle('shellMs'),
      's',
      1.5,
      `${how}; from navigation to the field for the PIN, ${ofRuns}`,
    ),
    result(
      'tablet: unlock with a PIN',
      middle('unlockMs'),
      's',
      2.5,
      `${how}; from the tap on "Unlock" to the start button, ${ofRuns}; most of it is Argon2id with 19 MiB and 2 passes, in script, which derives the key that wraps the data key`,
    ),
    result(
      'tablet: interview open',
      middle('openMs'),
      's',
      1.2,
      `${how}; from the tap on "Begin" to the first question, ${ofRuns}`,
    ),
    result(
      `tablet: draft of ${DRAFT_ANSWERS} answers open again`,
      middle('reopenMs'),
      's',
      1.5,
      `${how}; the app opened anew and unlocked; from the tap on "Continue" to the page where it stopped, ${ofRuns}; the journal also holds every page that was turned`,
    ),
    result('tablet: tap on an answer to the next frame, median', quantile(taps, 0.5), 'ms', 100, tapped),
    result('tablet: tap on an answer to the next frame, p95', quantile(taps, 0.95), 'ms', 200, tapped),
    result(
      'tablet: turning a page',
      quantile(turns, 0.5),
      'ms',
      370,
      `${how}; ${turns.length} pages, median; 95th percentile ${quantile(turns, 0.95).toFixed(0)} ms`,
    ),
    await measureJournalWrite(page, SLOWDOWN),
    result(
      'tablet: download before it can work',
      downloadKb,
      'KB',
      500,
      'all bodies as sent (brotli), until the tablet says that it can go offline; Devanagari and Bengali fonts come after',
    ),
  ];
}

function result(name: string, value: number, unit: string, limit: number, detail: string): BenchResult {
  return { name, value, unit, target: `≤ ${limit} ${unit}`, met: value <= limit, detail };
}

/** Links the tablet and waits until it can go offline. Returns what it downloaded until then, in KB. */
async function enrol(context: BrowserContext, server: TabletServer): Promise<number> {
  const page = await context.newPage();
  await page.goto(`${server.url}/collect/enrol`);
  await page.locator('[name=code]').fill('BENCH-1');
  await page.locator('[name=deviceName]').fill('Tablet 1');
  await page.locator('[type=submit]').tap();
  await page.locator('[name=enumerator]').fill('Rosa');
  await page.locator('[name=pin]').fill(PIN);
  await page.locator('[name=pinAgain]').fill(PIN);
  await page.locator('[type=submit]').tap();
  await page.locator('[data-readiness=ready]').waitFor();
  const secondWave = /devanagari|bengali/;
  let bytes = 0;
  for (const [file, size] of server.sent) if (!secondWave.test(file)) bytes += size;
  await page.close();
  return bytes / 1000;
}

async function openSlowed(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(url);
  return page;
}

async function unlock(page: Page): Promise<void> {
  await page.locator('[name=pin]').fill(PIN);
  await page.locator('[type=submit]').tap();
  await page.locator('[data-readiness=ready]').waitFor();
}

const readTimes = (page: Page): Promise<TabletTimes> =>
  page.evaluate(() => (window as unknown as { waymarkTimes: TabletTimes }).waymarkTimes);

/**
 * One whole interview, from opening the app to the review, answering whatever is asked; then some answers of its last
 * page are changed, and the draft is opened again by an app that starts anew.
 */
async function interview(context: BrowserContext, url: string): Promise<TabletTimes> {
  const page = await openSlowed(context, `${url}/collect`);
  await unlock(page);
  await page.locator('.button-hero').tap();
  await page.locator('[name=branch]').selectOption({ index: 1 });
  await page.locator('[type=submit]').tap();
  let answers = 0;
  const heading = page.locator('h1');
  while (
    (await page.locator('fieldset[data-question], .review-page').first().getAttribute('data-question')) !==
    null
  ) {
    answers += await answerPage(page);
    const title = await heading.textContent();
    await page.locator('[type=submit]').tap();
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, title);
  }
  const times = await readTimes(page);

  await page.locator('.interview-footer .button-quiet').tap();
  const choices = page.locator('fieldset[data-question]').first().locator('.choice');
  for (; answers < DRAFT_ANSWERS; answers += 1) {
    await choices.nth(answers % 2).tap();
    await page.locator('[data-save-state=saved]').waitFor();
  }
  await page.goto(`${url}/collect`);
  await unlock(page);
  await page.locator('a[href^="/collect/interview/"]').first().tap();
  await page.locator('fieldset[data-question]').first().waitFor();
  await page.waitForFunction(
    () => (window as unknown as { waymarkTimes: TabletTimes }).waymarkTimes.reopenMs !== null,
  );
  const { reopenMs } = await readTimes(page);
  await page.close();
  return { ...times, reopenMs };
}

/** Answers each question of the page, and gives how many it were. */
async function answerPage(page: Page): Promise<number> {
  const questions = page.locator('fieldset[data-question]');
  let answered = 0;
  for (; answered < (await questions.count()); answered += 1) {
    const question = questions.nth(answered);
    const choices = question.locator('.choice');
    if ((await choices.count()) > 0) await choices.first().tap();
    else await question.locator('input').fill('34');
    await page.locator('[data-save-state=saved]').waitFor();
  }
  return answered;
}
