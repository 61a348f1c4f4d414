import { type Page } from 'playwright-core';

/** The PIN of every enumerator in these tests. */
export const PIN = '271828';
export const ENUMERATOR = 'Test Enumerator';

/**
 * Gets past the locked screen, if it is there: sets a PIN the first time, gives it later. The page shows
 * something of Waymark's tablet when this is called; afterwards it shows what was asked for.
 */
export async function unlock(page: Page, name = ENUMERATOR, pin = PIN): Promise<void> {
  const lockedOrOpen = page.locator('input[name=pin], .app-open, input[name=code]');
  await lockedOrOpen.first().waitFor({ state: 'attached', timeout: 30_000 });
  const field = page.locator('input[name=pin]');
  if ((await field.count()) === 0) return;
  const again = page.locator('input[name=pinAgain]');
  if ((await again.count()) > 0) {
    await page.locator('input[name=enumerator]').fill(name);
    await again.fill(pin);
  }
  await field.fill(pin);
  await page.locator('[type=submit]').tap();
  await page.locator('.app-open').waitFor({ state: 'attached', timeout: 30_000 });
}
