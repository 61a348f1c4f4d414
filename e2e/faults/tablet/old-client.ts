import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { messagesEn as texts } from '../../../client/collect/messages-en.ts';
import { inRoot } from '../../../tools/support/root.mjs';
import { type Rule } from '../../support/create-network.ts';
import { type FaultRow } from '../support/fault-row.ts';
import { BRANCH, createUnlinked, type Place } from './create-field.ts';
import { DECLINED } from './finish-one.ts';
import { tryOnTablet } from './try-on-tablet.ts';

/** The last client that knew of no PIN and no sealing. */
const VERSION = '19b69049ea50bff391ac647b31d658a88c9969f6';
const PARTS = ['client', 'contracts', 'scoring', 'instruments', 'package.json', 'tsconfig.base.json'];
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
const run = promisify(execFile);

/**
 * A tablet that still runs an earlier version delivers to this server; then the app is updated under a draft and
 * an unsent interview of that version. Null where this copy's history does not hold it.
 */
export async function oldClient(place: Place): Promise<FaultRow | null> {
  const dist = await buildOld(place.path('old'));
  if (dist === null) return null;
  const field = await createUnlinked(place, 'old');
  try {
    return await tryOnTablet(
      field,
      'a client of an earlier version against this server, then its update under a draft and an unsent interview',
      async ({ tablet, network, given }) => {
        network.treat(serve(dist));
        const page = tablet.page();
        await page.goto(`${network.url}/collect`);
        await page.locator('input[name=code]').fill(await place.office.enrolCode());
        await page.locator('input[name=deviceName]').fill('Old tablet');
        await page.locator('form [type=submit]').tap();
        await page.getByText(texts.offlineReady, { exact: true }).waitFor({ timeout: 30_000 });
        const begin = async (): Promise<string> => {
          await page.goto(`${network.url}/collect/start`);
          await page.locator('select[name=branch]').selectOption(BRANCH);
          await page.locator('input[name=enumerator]').fill('Old Enumerator');
          await page.locator('form [type=submit]').tap();
          await page.locator('[data-question]').first().waitFor();
          await tablet.answer('consent', 'no');
          await tablet.saved();
          return tablet.openDraft();
        };
        const finish = async (): Promise<void> => {
          given.set(await begin(), DECLINED);
          await tablet.answerTheRest(DECLINED);
          await page.getByRole('button', { name: texts.reviewFinish, exact: true }).tap();
          await page.waitForURL('**/collect/result/**');
        };
        await finish();
        await page.goto(`${network.url}/collect`);
        await tablet.allSent();
        network.treat(({ path }) =>
          path.startsWith('/api/') ? 'cut' : serve(dist)({ method: 'GET', path }),
        );
        await finish();
        given.set(await begin(), DECLINED);

        // The server's new version: the tablet takes it, asks for a PIN, and has everything.
        network.treat(({ path }) => (path.startsWith('/api/') ? 'cut' : null));
        await page.goto(`${network.url}/collect`);
        await page.evaluate(async () => {
          const registration = await navigator.serviceWorker.ready;
          await registration.update();
        });
        const loaded = page.waitForEvent('load');
        await page.getByRole('button', { name: texts.updateButton }).tap();
        await loaded;
        await tablet.open('/collect');
        await tablet.goOn();
        const [answered] = await tablet.shown();
        if (answered?.answer.join() !== 'no') throw new Error('The draft lost its answer in the update.');
        await tablet.answerTheRest(DECLINED);
        await page.getByRole('button', { name: texts.reviewFinish, exact: true }).tap();
        await page.waitForURL('**/collect/result/**');
        return { times: 1, note: 'one was delivered before the update, the others after it' };
      },
    );
  } finally {
    await field.close();
  }
}

async function buildOld(folder: string): Promise<string | null> {
  mkdirSync(folder);
  const archive = join(folder, 'old.tar');
  try {
    await run('git', ['archive', '--output', archive, VERSION, ...PARTS], { cwd: inRoot() });
  } catch {
    return null;
  }
  await run('tar', ['-xf', archive, '-C', folder]);
  symlinkSync(inRoot('node_modules'), join(folder, 'node_modules'));
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
  await run(process.execPath, [vite, 'build', '--config', 'client/vite.config.ts'], { cwd: folder });
  return join(folder, 'dist', 'client');
}

/** Serves the old client's files in place of this one's. */
const serve =
  (dist: string): Rule =>
  ({ path }) => {
    if (path.startsWith('/api/')) return null;
    const [name = ''] = path.split('?');
    const file = join(dist, extname(name) === '' ? 'index.html' : name);
    if (!existsSync(file)) return { status: 404, body: 'Not found' };
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return {
      status: 200,
      headers: { 'content-type': type, 'cache-control': 'no-cache' },
      body: readFileSync(file),
    };
  };
