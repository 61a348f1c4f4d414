import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messagesEn as texts } from '../client/collect/messages-en.ts';
import { checkAccessibility } from './support/check-accessibility.ts';
import { createAnalyst, type Analyst } from './support/create-analyst.ts';
import { createOffice, findSignIn, type Office } from './support/create-office.ts';
import { createTablet, type Tablet } from './support/create-tablet.ts';
import { ENABLED_TRADER } from './support/respondents.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const folder = temporaryFolder();
let server: RunningServer;
let office: Office;
let tablet: Tablet;
let supervisor: Analyst;

beforeAll(async () => {
  server = await startServer(folder.path('data'));
  office = await createOffice(server.url, findSignIn(server.output(), 'administrator@demo.example'));
  supervisor = await createAnalyst(folder.path('supervisor'), server.url);
  tablet = await createTablet(folder.path('tablet'), server.url());
});
afterAll(async () => {
  await supervisor.close();
  await server.stop();
  folder.remove();
});

it('recovers an unfinished interview, with all its answers, of a tablet that is gone', async () => {
  await tablet.enrol(await office.enrolCode(['old-town']), 'Lost tablet');
  await tablet.startInterview('old-town');
  await tablet.answerThrough('area', ENABLED_TRADER);
  await tablet.page().getByRole('link', { name: texts.interviewLeave, exact: true }).tap();
  await tablet.page().locator('[data-copied=true]').waitFor();
  await tablet.kill();
  rmSync(folder.path('tablet'), { recursive: true, maxRetries: 20 });
  await office.revokeTablets();

  const { page } = supervisor;
  await supervisor.signIn(findSignIn(server.output(), 'supervisor@demo.example'));
  await supervisor.open('/tablets');
  await page.getByRole('button', { name: 'Recover the unfinished interviews of Lost tablet' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Recover', exact: true }).click();
  await page.getByText('1 unfinished interview was recovered.').waitFor();
  expect(await checkAccessibility(page)).toEqual([]);

  await supervisor.open('/fieldwork/held');
  await page.locator('[data-held] a').first().click();
  await page.getByText('An unfinished interview, recovered: 10 answered.').waitFor();
  await page.getByText('It is not finished.').waitFor();
  for (const shown of ['Amina Example', '34'])
    await page.getByRole('cell', { name: shown }).first().waitFor();
});
