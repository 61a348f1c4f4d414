import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messagesEn as texts } from '../client/collect/messages-en.ts';
import { toolsMessages } from '../client/collect/interview/tools/tools-messages.ts';
import { interviewSchema } from '../contracts/submission.ts';
import { createSealingKeys } from '../server/sealing/create-sealing-keys.ts';
import { openStore } from '../server/open-store.ts';
import { createStudy } from '../server/use-cases/create-study.ts';
import { readPhotos } from '../server/use-cases/read-photo.ts';
import { createOffice, findSignIn } from './support/create-office.ts';
import { createTablet, type Tablet } from './support/create-tablet.ts';
import { findIn, readEverything } from './support/read-everything.ts';
import { ENABLED_TRADER } from './support/respondents.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const tools = toolsMessages.en;
const STUDY = 'observed';
const NOTE = 'Stall behind the mosque';
const CAMERA = 'SecretCamera';
const PLACE = { latitude: 22.572_646, longitude: 88.363_895, accuracy: 12 };

const folder = temporaryFolder();
let server: RunningServer;
let tablet: Tablet;

beforeAll(async () => {
  server = await startServer(folder.path('data'));
  const { store } = await openStore(folder.path('data'));
  await createStudy({ store, clock: () => new Date() } as Parameters<typeof createStudy>[0], {
    ...{ id: STUDY, title: 'Tasks shown', synthetic: true },
    source: { instrument: { name: 'msme-digital-maturity-observed', version: 'v1' } },
    branches: [{ code: 'old-town', name: 'Old Town', weight: 1 }],
  });
  await store.close();
  const signIn = findSignIn(server.output(), 'administrator@demo.example');
  const office = await createOffice(server.url, signIn, STUDY);
  tablet = await createTablet(folder.path('tablet'), server.url());
  await tablet.enrol(await office.enrolCode());
  await tablet.readyForTheField();
});

afterAll(async () => {
  await tablet.close();
  await server.stop();
  folder.remove();
});

const heading = (): Promise<string> => tablet.page().locator('.interview h1').innerText();
const tap = (name: string): Promise<void> => tablet.page().getByRole('button', { name, exact: true }).tap();
const located = (state: string): Promise<void> =>
  tablet.page().locator(`[data-location="${state}"]`).waitFor();

it('takes Back for the page before, and asks on the first before it leaves', async () => {
  const page = tablet.page();
  await tablet.startInterview('old-town');
  const first = await heading();
  await tablet.answer('consent', 'yes');
  await tablet.nextPage();
  await tablet.answer('respondent_name', 'Amina Example');
  await page.goBack();
  await page.getByRole('heading', { name: first }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: tools.leaveTitle }).waitFor();
  await tap(tools.leaveStop);
  await page.getByRole('link', { name: texts.homeStart }).waitFor();
  await tablet.goOn();
  expect(await tablet.shown()).toContainEqual({ name: 'consent', answer: ['yes'] });
});

it('records notes, language and place beside the questions, with or without permission', async () => {
  const page = tablet.page();
  await tap(tools.more);
  // The instrument asks for the place by itself; this tablet does not permit it.
  await located('denied');
  await page.locator('textarea[name=notes]').fill(NOTE);
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation(PLACE);
  await tap(tools.placeAgain);
  await located('known');
  await tap(tools.close);
  await page.locator('.language-choice select').selectOption('hi');
  await page.locator('.interview[lang=hi]').waitFor();
  await page.locator('.language-choice select').selectOption('en');
  await page.locator('.interview[lang=en]').waitFor();
});

it('takes a photo, keeps all of it unreadable, and the server holds it with the interview', async () => {
  const page = tablet.page();
  await tablet.nextPage();
  await tablet.answerThrough('channel_apply', ENABLED_TRADER);
  await tablet.nextPage();
  const jpeg = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 2400;
    canvas.height = 1800;
    const pen = canvas.getContext('2d');
    for (let stripe = 0; stripe < 300; stripe += 1) {
      if (pen) pen.fillStyle = `hsl(${(stripe * 47) % 360} 70% 50%)`;
      pen?.fillRect((stripe * 131) % 2400, (stripe * 71) % 1800, 300, 200);
    }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
  });
  const bytes = Buffer.from(jpeg, 'base64');
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(CAMERA)]);
  const marker = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  const photo = Buffer.concat([bytes.subarray(0, 2), marker, exif, bytes.subarray(2)]);
  await page
    .locator('[data-question=stall_photo] input[type=file]')
    .setInputFiles({ name: 'stall.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.locator('[data-photo=kept] img').waitFor();
  const lastSent = (await tablet.storage()).sent.length;

  const secrets = [NOTE, CAMERA, '22.572646', '88.363895', 'Amina'];
  const draft = await readEverything(page);
  for (const [store, held] of Object.entries(draft.stores))
    expect([store, findIn(held, secrets)]).toEqual([store, []]);
  // No picture lies open either: every JPEG of a canvas begins alike.
  const jfif = bytes.subarray(0, 11).toString('latin1');
  for (const held of Object.values(draft.stores))
    expect(held.includes(Buffer.from(jfif, 'latin1'))).toBe(false);

  await tap(texts.interviewFinish);
  await tablet.finish();
  await tablet.goHome();
  await tablet.allSent();
  const { sent } = await tablet.storage();
  expect(sent).toHaveLength(lastSent + 1);
  const id = sent[0]?.id ?? '';

  const { store } = await openStore(folder.path('data'));
  const text = await store.personal.textOf(id);
  const interview = interviewSchema.parse(JSON.parse(text ?? ''));
  expect(interview).toMatchObject({
    notes: NOTE,
    location: { latitude: PLACE.latitude, longitude: PLACE.longitude, accuracyM: PLACE.accuracy },
    answers: { can_text: 'alone' },
    paradata: {
      languages: [
        [expect.any(Number), 'hi'],
        [expect.any(Number), 'en'],
      ],
    },
  });
  expect(interview.answers).not.toHaveProperty('stall_photo');
  expect(JSON.stringify(interview.paradata).length).toBeLessThanOrEqual(4096);
  const keys = createSealingKeys(folder.path('data'), () => new Date());
  const [held] = await readPhotos(store.attachments, keys, { studyId: STUDY, submissionId: id });
  await store.close();
  const picture = Buffer.from(held?.bytes ?? []);
  expect(picture.length).toBeGreaterThan(1000);
  expect(picture.length).toBeLessThanOrEqual(300 * 1024);
  expect(picture.includes(CAMERA)).toBe(false);
  expect(createHash('sha256').update(picture).digest('hex')).toBe(interview.attachments?.[0]?.hash);
  expect(sent[0]?.receipt.attachments).toEqual([interview.attachments?.[0]?.hash]);
});

it('throws a draft away after a reason and a second question, and nothing that is finished', async () => {
  const before = await tablet.storage();
  await tablet.startInterview('old-town');
  await tablet.answer('consent', 'yes');
  await tap(tools.more);
  await tap(tools.discardButton);
  await tablet.page().getByText(tools.discardTryOut).tap();
  await tap(tools.discardButton);
  await tap(tools.discardForGood);
  await tablet.page().getByRole('link', { name: texts.homeStart }).waitFor();
  const { drafts, journal, sent } = await tablet.storage();
  expect([drafts, journal]).toEqual([[], []]);
  expect(sent).toEqual(before.sent);
});
