import { createHash, randomUUID } from 'node:crypto';
import { type Page } from 'playwright-core';
import { backCheckFormSchema, backChecksSchema } from '../../contracts/back-check-report.ts';
import { type Answers } from '../../contracts/answer.ts';
import { type Interview } from '../../contracts/submission.ts';
import { sealingKeySchema } from '../../contracts/sealing.ts';
import { reviewSchema } from '../../contracts/review.ts';
import { tabletSchema } from '../../contracts/api.ts';
import { makeDelivery, makeInterview } from '../../server/testing/make-delivery.ts';
import { bundleDraft } from '../../server/testing/seal.ts';
import { type Office } from './create-office.ts';
import { ENABLED_TRADER } from './respondents.ts';

const STUDY = '/api/studies/demo';
/** One of so many back-checks gets another answer to one question than the interview has. */
const DIFFERS_EVERY = 3;

/**
 * What a day of fieldwork leaves, so that no page is empty: back-checks, open and done; an interview with a photo and
 * a place; records set aside, one of them erased; a lost tablet with an unfinished interview. Nothing where that is
 * there already.
 *
 * @param page any page of a browser: it draws the photo
 */
export async function fillStudy(serverUrl: () => string, office: Office, page: Page): Promise<void> {
  if (!(await checkAgain(office))) return;
  const tablet = await enrol(serverUrl(), office, 'Tablet of the market team');
  const at = { latitude: 12.5, longitude: 77.5, accuracyM: 18, at: '2026-11-20T09:01:00.000+05:30' };
  const held = makeInterview({ answers: ENABLED_TRADER, enumerator: 'Rosa', location: at });
  await tablet.send(held);
  await tablet.sendPhoto(held.id, await drawPicture(page));
  for (const answer of [{ area: 'rural' }, { sector: 'food' }])
    await tablet.send({ ...held, answers: { ...held.answers, ...answer } });
  const erased = makeInterview({ enumerator: 'Rosa' });
  await tablet.send(erased);
  await tablet.send({ ...erased, language: 'en' });
  await office.ask('/api/personal/erase', {
    ...{ target: { recordId: erased.id }, mode: 'everything', reason: 'She asked for it', records: 2 },
  });

  const lost = await enrol(serverUrl(), office, 'Lost tablet');
  await lost.leaveDraft();
  await office.ask(`/api/tablets/${lost.id}/revoke`, {});
  for (const answers of [ENABLED_TRADER, held.answers]) await lost.send(makeInterview({ answers }));
}

/**
 * Draws back-checks and enters most of them, with the answers of the interview, a few of them changed. False where
 * there are some already.
 */
async function checkAgain(office: Office): Promise<boolean> {
  const path = `${STUDY}/back-checks`;
  if (backChecksSchema.parse(await office.ask(path)).draws.length > 0) return false;
  await office.ask(path, { rate01: 0.01, seed: 1, from: '2020-01-01', until: '2099-12-31' });
  const { tasks } = backChecksSchema.parse(await office.ask(path));
  for (const [place, { id, interviewId }] of tasks.slice(6).entries()) {
    const { items } = backCheckFormSchema.parse(await office.ask(`${path}/${id}`));
    const { interview } = reviewSchema.parse(await office.ask(`${STUDY}/reviews/${interviewId}`));
    const asked = new Set(items.map(({ name }) => name));
    const answers: Answers = Object.fromEntries(
      interview.answers.flatMap(({ item, value }) =>
        value !== null && asked.has(item) ? [[item, value] as const] : [],
      ),
    );
    const other = { sex: answers.sex === 'female' ? 'male' : 'female' };
    const told = place % DIFFERS_EVERY === 0 ? { ...answers, ...other } : answers;
    const outcome = place === 1 ? 'denied' : 'completed';
    await office.ask(`${path}/${id}`, {
      ...{ mode: 'phone', outcome, answers: outcome === 'completed' ? told : {} },
      startedAt: '2026-11-21T09:00:00.000+05:30',
    });
  }
  return true;
}

/** A tablet that speaks to the server as the app does, without one. */
async function enrol(url: string, office: Office, deviceName: string) {
  const enrolled = await put(`${url}/api/tablets/enrol`, {}, 'POST', {
    ...{ code: await office.enrolCode(['old-town']), deviceName },
  });
  const { token } = enrolled as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const tablets = tabletSchema.array().parse(await office.ask('/api/tablets'));
  const send = (path: string, content: unknown) =>
    put(`${url}/api/${path}`, headers, 'PUT', makeDelivery(content));
  return {
    id: tablets.find(({ name }) => name === deviceName)?.id ?? '',
    send: (interview: Interview) => send(`submissions/${interview.id}`, interview),
    sendPhoto: (interview: string, picture: Buffer) => {
      const hash = createHash('sha256').update(picture).digest('hex');
      return send(`submissions/${interview}/attachments/${hash}`, {
        ...{ waymark: 'photo', version: 1, interview, item: 'stall_photo', type: 'image/jpeg' },
        data: picture.toString('base64url'),
      });
    },
    leaveDraft: async () => {
      const response = await fetch(`${url}/api/device/sealing-key`, { headers });
      const key = sealingKeySchema.parse(await response.json());
      const id = randomUUID();
      return send(`device/drafts/${id}`, await bundleDraft(id, { id, branch: 'old-town' }, [], key));
    },
  };
}

async function put(
  url: string,
  headers: Readonly<Record<string, string>>,
  method: string,
  body: unknown,
): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json', origin: new URL(url).origin },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** A JPEG of a made-up stall. */
async function drawPicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 480;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('This browser does not draw.');
    for (const [colour, x, y, width, height] of [
      ['#8fb8d0', 0, 0, 640, 480],
      ['#c8663a', 120, 90, 400, 80],
      ['#7a5a3c', 150, 170, 340, 230],
    ] as const) {
      pen.fillStyle = colour;
      pen.fillRect(x, y, width, height);
    }
    return canvas.toDataURL('image/jpeg').replace(/^.*,/, '');
  });
  return Buffer.from(base64, 'base64');
}
