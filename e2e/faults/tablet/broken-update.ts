import { type Treatment } from '../../support/create-network.ts';
import { type Field } from './create-field.ts';
import { finishOne } from './finish-one.ts';
import { type Tried } from './try-on-tablet.ts';

const PATIENCE_MS = 1500;

/**
 * A new version whose files are not all there: one is missing, one is cut off, the worker itself is cut off. The
 * old version goes on, whole, also after a restart without a network.
 *
 * @param kinds how many of the three
 */
export async function brokenUpdate(field: Field, kinds = 3): Promise<Tried> {
  const { tablet, network, server } = field;
  const worker = await (await fetch(`${server.url()}/sw.js`)).text();
  const file = /url:"(assets\/[^"]+\.js)"/.exec(worker)?.[1] ?? '';
  if (file === '') throw new Error('The service worker lists no file: no fault was tried.');
  const script = { 'content-type': 'text/javascript', 'cache-control': 'no-cache' };
  const renamed = file.replace('assets/', 'assets/next-');
  const next = { status: 200, headers: script, body: worker.replaceAll(file, renamed) };
  const faults: readonly ((path: string) => Treatment)[] = [
    (path) => (path === '/sw.js' ? next : path.includes(renamed) ? { status: 404, body: 'Not found' } : null),
    (path) => (path === '/sw.js' ? next : path.includes(renamed) ? 'cut' : null),
    (path) => (path === '/sw.js' ? { ...next, body: worker.slice(0, Math.floor(worker.length / 2)) } : null),
  ];
  for (const fault of faults.slice(0, kinds)) {
    network.treat(({ path }) => fault(path));
    await tablet.open('/collect');
    const state = await tablet.page().evaluate(async (patienceMs) => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => undefined);
      const until = performance.now() + patienceMs;
      while (registration.installing !== null && performance.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 25));
      return { waits: registration.waiting !== null, active: registration.active?.state };
    }, PATIENCE_MS);
    if (state.waits || state.active !== 'activated')
      throw new Error(`A version with a missing file was installed: ${JSON.stringify(state)}`);
    network.treat(() => 'cut');
    await tablet.kill();
    await tablet.reopen();
    await finishOne(field);
    network.treat(null);
  }
  return {
    times: kinds,
    note: 'the old version went on, whole, also after a restart without a network',
  };
}
