import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { quantile } from 'simple-statistics';
import { projectRoot } from '../server/project-root.ts';
import { CHROMIUM_FLAGS, findChromium } from '../tools/support/chromium.mjs';
import { serveTablet, type TabletServer } from './serve-tablet.ts';
import type { BenchResult } from './support/bench-result.ts';
import { installProbe, type TabletTimes } from './support/tablet-probe.ts';

const SLOWDOWN = 6;
const RUNS = 3;
const PIN = '271828';

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

  const shell =
    quantile(
      runs.map((one) => one.shellMs ?? NaN),
      0.5,
    ) / 1000;
  const unlock =
    quantile(
      runs.map((one) => one.unlockMs ?? NaN),
      0.5,
    ) / 1000;
  const open =
    quantile(
      runs.map((one) => one.openMs ?? NaN),
      0.5,
    ) / 1000;
  const taps = runs.flatMap((one) => one.tapsMs);
  const turns = runs.flatMap((one) => one.turnsMs);
  const how = `Chromium, CPU slowed ${SLOWDOWN}×, 800 × 1280, offline, production build`;
  const tap95 = quantile(taps, 0.95);
  return [
    result(
      'tablet: app shell usable offline',
      shell,
      's',
      1.5,
      `${how}; from navigation to the field for the PIN, median of ${RUNS}`,
    ),
    result(
      'tablet: unlock with a PIN',
      unlock,
      's',
      2.5,
      `${how}; from the tap on "Unlock" to the start button, Argon2id with 19 MiB and 2 passes, median of ${RUNS}`,
    ),
    result(
      'tablet: interview open',
      open,
      's',
      2.5,
      `${how}; from the tap on "Begin" to the first question, median of ${RUNS}`,
    ),
    result(
      'tablet: tap on an answer to the next frame, p95',
      tap95,
      'ms',
      200,
      `${how}; ${taps.length} taps in ${RUNS} whole interviews, median ${quantile(taps, 0.5).toFixed(0)} ms; turning a page ${quantile(turns, 0.5).toFixed(0)} ms median, ${quantile(turns, 0.95).toFixed(0)} ms p95`,
    ),
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

/** One whole interview, from opening the app to the review, answering whatever is asked. */
async function interview(context: BrowserContext, url: string): Promise<TabletTimes> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(`${url}/collect`);
  await page.locator('[name=pin]').fill(PIN);
  await page.locator('[type=submit]').tap();
  await page.locator('[data-readiness=ready]').waitFor();
  await page.locator('.button-hero').tap();
  await page.locator('[name=branch]').selectOption({ index: 1 });
  await page.locator('[type=submit]').tap();
  while (
    (await page.locator('fieldset[data-question], .review-page').first().getAttribute('data-question')) !==
    null
  ) {
    await answerPage(page);
    const title = await page.locator('h1').textContent();
    await page.locator('[type=submit]').tap();
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, title);
  }
  const times = await page.evaluate(() => (window as unknown as { waymarkTimes: TabletTimes }).waymarkTimes);
  await page.close();
  return times;
}

async function answerPage(page: Page): Promise<void> {
  const questions = page.locator('fieldset[data-question]');
  for (let index = 0; index < (await questions.count()); index += 1) {
    const question = questions.nth(index);
    const choices = question.locator('.choice');
    if ((await choices.count()) > 0) await choices.first().tap();
    else await question.locator('input').fill('34');
    await page.locator('[data-save-state=saved]').waitFor();
  }
}
