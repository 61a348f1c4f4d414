import { type CannedAnswer } from '../../support/create-network.ts';
import { type Field } from './create-field.ts';
import { finishOne } from './finish-one.ts';
import { type Tried } from './try-on-tablet.ts';

const json = (status: number, code: string): CannedAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ error: { code, message: 'Of an older server.', hint: 'None.' } }),
});

/** All that the first servers knew of tablets; other routes are not there. */
const KNOWN = /^\/api\/(submissions\/[\w-]+|tablets\/enrol)$/;

/**
 * This client against a server of an earlier version: no newer route, and what a tablet says of itself is refused.
 * Interviews are held and delivered all the same.
 */
export async function oldServer(field: Field): Promise<Tried> {
  const { tablet, network } = field;
  let refused = 0;
  network.treat(({ path }) => {
    if (!path.startsWith('/api/') || KNOWN.test(path)) return null;
    refused += 1;
    return path === '/api/device/study' ? json(400, 'INVALID_REQUEST') : json(404, 'NOT_FOUND');
  });
  await tablet.kill();
  await tablet.reopen();
  for (let count = 0; count < 2; count += 1) await finishOne(field);
  await tablet.sendNow();
  await tablet.allSent();
  if (refused === 0) throw new Error('Nothing newer was asked for: no fault was tried.');
  return { times: refused, note: 'its refusals held up no interview' };
}
