import { type Network, type Treatment } from '../../support/create-network.ts';

/** Where in a transaction of the tablet's database the page stands still. */
export const MOMENTS = {
  before: 'before the transaction',
  inside: 'inside of the transaction, all asked for, nothing committed',
  after: 'after the commit, before the app knows',
} as const;
export type Moment = keyof typeof MOMENTS;

/** The address that a page calls when it has reached its moment, and that never answers. */
const STOPPED = '/stopped-here';

/**
 * A script for a page: at the first transaction that writes to all of these stores, the page stands still at the
 * given moment (it waits for an answer that never comes), so that a test can kill the browser right there.
 */
export function stopAt(stores: readonly string[], moment: Moment): string {
  return `(${standStill.toString()})(${JSON.stringify({ stores, moment, address: STOPPED })})`;
}

/** Runs in the page. */
function standStill({
  stores,
  moment,
  address,
}: {
  readonly stores: readonly string[];
  readonly moment: string;
  readonly address: string;
}): void {
  const stop = (): void => {
    const request = new XMLHttpRequest();
    request.open('GET', address, false);
    request.send();
  };
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on its own database below
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...args) {
    const [names, mode] = args;
    const touched = typeof names === 'string' ? [names] : [...names];
    const isIt = mode === 'readwrite' && stores.every((store) => touched.includes(store));
    if (isIt && moment === 'before') stop();
    const transaction = begin.apply(this, args);
    if (isIt && moment === 'inside') queueMicrotask(stop);
    if (isIt && moment === 'after') transaction.addEventListener('complete', stop);
    return transaction;
  };
}

/** Waits until a page stands still at its moment. Other requests fare as `others` says. */
export const untilStopped = (network: Network, others: Treatment): Promise<void> =>
  new Promise((reached) => {
    network.treat(({ path }) => {
      if (path !== STOPPED) return others;
      reached();
      return new Promise(() => undefined);
    });
  });
