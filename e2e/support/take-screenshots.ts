import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { createAnalyst } from './create-analyst.ts';
import { createOffice, findSignIn } from './create-office.ts';
import { createTablet } from './create-tablet.ts';
import { fillStudy } from './fill-study.ts';
import { LAPTOP, type Screen, TABLET, WIDE } from './launch-browser.ts';
import { startServer } from './start-server.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { tourOffice, tourTablet } from './tour.ts';

/**
 * Pictures of every page for people to look at: the tablet's at 800 × 1280, the office's at 1280 and
 * 1920 too, in the light and the dark theme.
 *
 * @returns the paths of the pictures
 */
export async function takeScreenshots(into: string): Promise<string[]> {
  mkdirSync(into, { recursive: true });
  const folder = temporaryFolder();
  const server = await startServer(folder.path('data'));
  const pictures: string[] = [];
  const photograph = (sizes: readonly Screen[]) => async (name: string, page: Page) => {
    for (const { width, height } of [...sizes, ...sizes.slice(0, 1)]) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const path = join(into, `${name}-${width}-${colorScheme}.png`);
        if (pictures.includes(path)) continue;
        await page.screenshot({ path, fullPage: true });
        pictures.push(path);
      }
    }
  };
  const administrator = findSignIn(server.output(), 'administrator@demo.example');
  const tablet = await createTablet(folder.path('tablet'), server.url());
  const analyst = await createAnalyst(folder.path('analyst'), server.url);
  try {
    const office = await createOffice(server.url, administrator);
    await fillStudy(server.url, office, analyst.page);
    await tourTablet(tablet, office, photograph([TABLET]));
    await tourOffice(analyst, administrator, photograph([LAPTOP, WIDE, TABLET]));
  } finally {
    await tablet.close();
    await analyst.close();
    await server.stop();
    folder.remove();
  }
  return pictures;
}
