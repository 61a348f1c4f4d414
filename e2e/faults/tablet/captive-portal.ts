import { type CannedAnswer } from '../../support/create-network.ts';
import { addToOutbox } from './add-to-outbox.ts';
import { type Field } from './create-field.ts';
import { finishOne } from './finish-one.ts';
import { type Tried } from './try-on-tablet.ts';

const LOGIN = '<!doctype html><title>Hotel Wi-Fi</title><form method="post"><input name="room"></form>';
const HTML = { 'content-type': 'text/html' };

/** What portals do to every request, also to those for the app itself and its service worker. */
export const PORTALS = {
  'answers 200 with a login page': { status: 200, headers: HTML, body: LOGIN },
  'answers 200 with a login page that calls itself a script': {
    status: 200,
    headers: { 'content-type': 'text/javascript' },
    body: LOGIN,
  },
  'answers 200 with JSON of its own': {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"ok":true}',
  },
  'redirects to its own address': {
    status: 302,
    headers: { location: 'http://portal.invalid/login' },
  },
  'answers 511': { status: 511, headers: HTML, body: LOGIN },
} as const satisfies Readonly<Record<string, CannedAnswer>>;

/**
 * A portal stands between the tablet and everything. The app starts, an interview is held and finished, sending
 * fails and says so, and the service worker keeps the version it has.
 */
export async function captivePortal(field: Field, portal: CannedAnswer): Promise<Tried> {
  const { tablet, network, put } = field;
  network.forget();
  network.treat(() => portal);
  await tablet.kill();
  await tablet.reopen();
  await tablet.readyForTheField();
  await finishOne(field);
  put.push(...(await addToOutbox(tablet.page(), 3)));
  await tablet.page().evaluate(async () => {
    await (await navigator.serviceWorker.ready).update().catch(() => undefined);
  });
  await tablet.sendNow();
  await tablet.page().locator('[data-state=failed]').nth(3).waitFor();
  const { outbox, sent } = await tablet.storage();
  const ids = [...put.map(({ id }) => id), ...field.given.keys()];
  if (ids.some((id) => !outbox.some((record) => record.id === id) || sent.some((record) => record.id === id)))
    throw new Error('A record left the tablet for a login page.');
  // The app's own files are still those of Waymark.
  await tablet.open('/collect');
  await tablet.readyForTheField();
  return { times: network.log().length };
}
