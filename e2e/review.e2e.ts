import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDelivery, makeInterview } from '../server/testing/make-delivery.ts';
import { checkAccessibility } from './support/check-accessibility.ts';
import { createAnalyst, type Analyst } from './support/create-analyst.ts';
import { createOffice, findSignIn, type Office } from './support/create-office.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { waitUntil } from './support/wait-until.ts';

const folder = temporaryFolder();
let server: RunningServer;
let supervisor: Analyst;
let office: Office;
const ids = { rejected: randomUUID(), approved: randomUUID(), held: randomUUID() };
const problems: string[] = [];

beforeAll(async () => {
  server = await startServer(folder.path('data'));
  supervisor = await createAnalyst(folder.path('supervisor'), server.url);
  office = await createOffice(server.url, findSignIn(server.output(), 'administrator@demo.example'));
  const token = await enrol();
  for (const id of [ids.rejected, ids.approved]) await send(token, id);
  const gone = await enrol();
  await office.revokeTablets();
  await send(gone, ids.held);
});

afterAll(async () => {
  await supervisor.close();
  await server.stop();
  folder.remove();
});

async function enrol(): Promise<string> {
  const response = await fetch(`${server.url()}/api/tablets/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url() },
    body: JSON.stringify({ code: await office.enrolCode(['old-town']), deviceName: 'Tablet 7' }),
  });
  return ((await response.json()) as { token: string }).token;
}

async function send(token: string, id: string): Promise<void> {
  const response = await fetch(`${server.url()}/api/submissions/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(makeDelivery(makeInterview({ id }))),
  });
  expect(response.status).toBe(200);
}

/** A small JPEG. */
const drawPicture = (): Promise<string> =>
  supervisor.page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 40;
    canvas.height = 30;
    return canvas.toDataURL('image/jpeg').replace(/^.*,/, '');
  });

async function sendPhoto(interview: string, picture: string): Promise<void> {
  const bytes = Buffer.from(picture, 'base64');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const content = {
    ...{ waymark: 'photo', version: 1, interview, item: 'stall_photo', type: 'image/jpeg' },
    data: bytes.toString('base64url'),
  };
  const response = await fetch(`${server.url()}/api/submissions/${interview}/attachments/${hash}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${await enrol()}`, 'content-type': 'application/json' },
    body: JSON.stringify(makeDelivery(content)),
  });
  expect(response.status).toBe(200);
}

const counted = async (): Promise<number> => (await office.crosstab('archetype', 'branch')).base.unweighted;

/** Looks for barriers in both themes. */
async function look(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await supervisor.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const problem of await checkAccessibility(supervisor.page))
      problems.push(`${name}, ${colorScheme}: ${problem}`);
  }
}

it('rejects, approves and releases interviews, and the tables follow', async () => {
  const { page } = supervisor;
  await supervisor.signIn(findSignIn(server.output(), 'supervisor@demo.example'));
  const before = await counted();
  await supervisor.open('/fieldwork/review?show=unreviewed');
  await page.locator('[data-interview]').first().waitFor();
  await look('review');
  await page.locator(`[data-interview="${ids.rejected}"] a`).click();
  await page.locator('textarea').waitFor();
  await sendPhoto(ids.rejected, await drawPicture());
  await page.reload();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const picture = page.getByAltText('Photo 1 of 1 that was taken in this interview');
  await waitUntil('the photo is on the page', () =>
    picture.evaluate((image) => (image as HTMLImageElement).naturalWidth === 40),
  );
  await look('one interview');
  await page.getByRole('button', { name: 'Reject', exact: true }).click();
  await page.getByText('Write a comment first').waitFor();
  await page.locator('textarea').fill('Her sister answered.');
  await page.getByRole('button', { name: 'Reject', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor();
  expect(await counted()).toBe(before - 1);

  await supervisor.open('/fieldwork/review?show=unreviewed');
  await page.locator(`[data-interview="${ids.approved}"] .check`).click();
  await page.getByRole('button', { name: 'Approve the selected' }).click();
  await page.locator(`[data-interview="${ids.approved}"]`).waitFor({ state: 'detached' });

  await supervisor.open('/fieldwork/held');
  await page.locator(`[data-held="${ids.held}"] a`).click();
  await page.getByRole('button', { name: 'Count this one: Content 1' }).waitFor();
  await look('set aside');
  await page.getByRole('button', { name: 'Count this one: Content 1' }).click();
  await page.locator('[data-version=stored]').waitFor();
  expect(await counted()).toBe(before);
});

it('draws back-checks, and fills one in by phone', async () => {
  const { page } = supervisor;
  await supervisor.open('/fieldwork/back-checks');
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  await page.locator('[data-task] a').first().waitFor();
  await look('back-checks');
  await page.locator('[data-task] a').first().click();
  await page.getByText('Says nobody interviewed her').click();
  await look('back-check by phone');
  await page.getByRole('button', { name: 'Save the back-check' }).click();
  await page.getByText('doubtful').waitFor();
  await look('comparison');
  expect(problems).toEqual([]);
});
