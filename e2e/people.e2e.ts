import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Page } from 'playwright-core';
import { totp } from '../server/testing/totp.ts';
import { checkAccessibility } from './support/check-accessibility.ts';
import { createAnalyst, type Analyst } from './support/create-analyst.ts';
import { findSignIn } from './support/create-office.ts';
import { LAPTOP, TABLET } from './support/launch-browser.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const folder = temporaryFolder();
const PASSWORD = 'seven green market stalls';
const EMAIL = 'ines@mfi.example';
let server: RunningServer;
let administrator: Analyst;
let invited: Analyst;
const found: string[] = [];

beforeAll(async () => {
  server = await startServer(folder.path('data'));
  administrator = await createAnalyst(folder.path('administrator'), server.url);
  invited = await createAnalyst(folder.path('invited'), server.url);
});

afterAll(async () => {
  await administrator.close();
  await invited.close();
  await server.stop();
  folder.remove();
});

/** Looks for barriers on a page at both sizes, in both themes. Problems go to `found`. */
async function look(name: string, page: Page): Promise<void> {
  for (const { width, height } of [TABLET, LAPTOP])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const problems = await checkAccessibility(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) problems.push(`the page is ${String(overflow)} px wider than the screen`);
      found.push(...problems.map((problem) => `${name}, ${String(width)} px, ${colorScheme}: ${problem}`));
    }
}

it('invites an analyst, who chooses a password, sets up her app, and signs in with it', async () => {
  await administrator.signIn(findSignIn(server.output(), 'administrator@demo.example'));
  const { page } = administrator;
  await administrator.open('/people');
  await page.locator('input[name=name]').fill('Ines Rao');
  await page.locator('input[name=email]').fill(EMAIL);
  await page.locator('form .select-button').first().click();
  await page.getByRole('option', { name: 'analyst' }).click();
  await page.getByText('All branches', { exact: true }).last().click();
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  const code = await page.locator('.person-code').innerText();
  await page.getByRole('row').filter({ hasText: EMAIL }).waitFor();
  await look('people', page);

  const other = invited.page;
  await invited.open(`/welcome#${code}`);
  expect(await other.locator('input[name=code]').inputValue()).toBe(code);
  await look('welcome', other);
  await other.locator('input[name=password]').fill(PASSWORD);
  await other.locator('button[type=submit]').click();
  await other.getByText(EMAIL).waitFor();

  await invited.signIn({ email: EMAIL, password: PASSWORD });
  await other.waitForURL('**/account*');
  await invited.open('/segments');
  await other.waitForURL('**/account?next=%2Fsegments');
  await other.locator('input[name=password]').first().fill(PASSWORD);
  await other.getByRole('button', { name: 'Set it up' }).click();
  const secret = (await other.locator('.secret').innerText()).replaceAll(/\s/g, '');
  expect(await other.locator('.backup-codes li').count()).toBe(10);
  await look('second factor', other);
  const uri = `otpauth://totp/x?secret=${secret}`;
  await other.locator('input[name=code]').fill('000 000');
  await other.getByRole('button', { name: 'Confirm' }).click();
  await other.getByRole('alert').waitFor();
  await other.locator('input[name=code]').fill(totp(uri, Date.now()));
  await other.getByRole('button', { name: 'Confirm' }).click();
  await other.waitForURL('**/segments');

  await other.getByRole('button', { name: 'Sign out' }).click();
  await other.waitForURL((url) => url.pathname === '/');
  await invited.open('/sign-in?next=%2Fsegments');
  await other.locator('input[name=email]').fill(EMAIL);
  await other.locator('input[name=password]').fill(PASSWORD);
  await other.locator('button[type=submit]').click();
  await other.locator('input[name=code]').waitFor();
  await look('code', other);
  await other.locator('input[name=code]').fill(totp(uri, Date.now()));
  await other.getByRole('button', { name: 'Confirm' }).click();
  await other.waitForURL('**/segments');
});

it('deactivates her, who is out at once, and finds it all in the log', async () => {
  const { page } = administrator;
  await administrator.open('/people');
  await page.getByRole('button', { name: 'Change Ines Rao' }).click();
  await look('one person', page);
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
  await page.getByText('Done: Ines Rao.').waitFor();
  await invited.open('/segments');
  await invited.page.waitForURL('**/sign-in*');

  await administrator.open('/audit');
  await page.getByRole('row').filter({ hasText: 'Person deactivated' }).waitFor();
  await look('audit log', page);
  await page.locator('input[name=who]').fill('ines');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('row').filter({ hasText: 'Person deactivated' }).waitFor({ state: 'detached' });
  await page.getByRole('row').filter({ hasText: 'Second factor switched on' }).waitFor();
  const download = page.waitForEvent('download');
  await page.getByText('Download as CSV').click();
  expect((await download).suggestedFilename()).toBe('waymark-audit.csv');
});

it('keeps the last administrator, and says why', async () => {
  const { page } = administrator;
  await administrator.open('/people');
  await page.getByRole('button', { name: 'Change Demo Administrator' }).click();
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
  await page.getByText('last administrator of all branches').waitFor();
});
