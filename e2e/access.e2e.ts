import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Page } from 'playwright-core';
import { checkAccessibility } from './support/check-accessibility.ts';
import { createAnalyst } from './support/create-analyst.ts';
import { createOffice, findSignIn } from './support/create-office.ts';
import { createTablet } from './support/create-tablet.ts';
import { LAPTOP, type Screen, TABLET } from './support/launch-browser.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { tourOffice, tourTablet } from './support/tour.ts';
import { watchComplaints } from './support/watch-complaints.ts';

const folder = temporaryFolder();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer(folder.path('data'));
});

afterAll(async () => {
  await server.stop();
  folder.remove();
});

/** Every stop in both themes, at each of the sizes. Problems go to `found`, with where they were. */
const lookAround =
  (sizes: readonly Screen[], found: string[]) =>
  async (name: string, page: Page): Promise<void> => {
    for (const { width, height } of sizes) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const problems = await checkAccessibility(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) problems.push(`the page is ${overflow} px wider than the screen`);
        found.push(...problems.map((problem) => `${name}, ${width} px, ${colorScheme}: ${problem}`));
      }
    }
    const [first] = sizes;
    if (first) await page.setViewportSize({ width: first.width, height: first.height });
  };

const administrator = () => findSignIn(server.output(), 'administrator@demo.example');

it('has no barrier on any screen of the tablet, and no screen breaks the content policy', async () => {
  const found: string[] = [];
  const tablet = await createTablet(folder.path('tablet'), server.url());
  const complaints = await watchComplaints(tablet.page());
  try {
    const office = await createOffice(server.url, administrator());
    await tourTablet(tablet, office, lookAround([TABLET, { width: 360, height: 740, touch: true }], found));
  } finally {
    await tablet.close();
  }
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
});

it('has no barrier on any page of the office, and no page breaks the content policy', async () => {
  const found: string[] = [];
  const analyst = await createAnalyst(folder.path('analyst'), server.url);
  const complaints = await watchComplaints(analyst.page);
  try {
    await tourOffice(analyst, administrator(), lookAround([LAPTOP, TABLET], found));
  } finally {
    await analyst.close();
  }
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
});
