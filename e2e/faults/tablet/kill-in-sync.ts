import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../../scoring/random/create-random.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { readStored, type Proof } from '../support/prove.ts';
import { addProofs } from './add-proofs.ts';
import { addToOutbox } from './add-to-outbox.ts';
import { checkField } from './check-field.ts';
import { inTime } from './in-time.ts';
import { type Field } from './create-field.ts';
import { type Tried } from './try-on-tablet.ts';
import { type Moment, stopAt, untilStopped } from './stop-at.ts';

const DELIVERIES = '/api/submissions/';
const LONGEST_MS = 1200;

/**
 * Before the request reaches the server; after the server has stored it and before its answer comes; around the
 * transaction that takes it out of the outbox; at a random moment.
 */
export type SyncKill = 'request' | 'answer' | Moment | 'random';

/** Sends finished interviews, and kills the browser in doing so. Nothing needs a PIN: a locked tablet sends too. */
export async function killInSync(field: Field, kills: readonly SyncKill[], seed: number): Promise<Tried> {
  const { tablet, network, dataDir, put } = field;
  const random = createRandom(seed);
  network.set('up');
  network.treat(() => 'cut');
  await tablet.kill();
  await tablet.reopenLocked();
  // Three are sent at once; each kill finds some left.
  const records = await addToOutbox(tablet.page(), kills.length * 4);
  put.push(...records);
  const ids = records.map(({ id }) => id);
  let proof: Proof = { lost: 0, twice: 0, changed: 0 };
  for (const kill of kills) {
    await tablet.kill();
    let reached: Promise<void>;
    if (kill === 'request')
      reached = new Promise((resolve) => {
        network.treat(({ path }) => {
          if (!path.startsWith(DELIVERIES)) return null;
          resolve();
          return new Promise(() => undefined);
        });
      });
    else if (kill === 'answer') {
      let first = '';
      network.treat(({ path }) => {
        if (!path.startsWith(DELIVERIES)) return null;
        first ||= path.slice(path.lastIndexOf('/') + 1);
        return 'lose';
      });
      const stored = () => first !== '' && readStored(dataDir, first).length > 0;
      reached = waitUntil('the server has stored a record', stored);
    } else if (kill === 'random') {
      network.treat(null);
      reached = sleep(random.next() * LONGEST_MS);
    } else reached = untilStopped(network, null);
    const isMoment = kill === 'before' || kill === 'inside' || kill === 'after';
    await tablet.relaunch(isMoment ? stopAt(['outbox', 'sent'], kill) : undefined);
    await inTime(`a moment to kill at (${kill})`, reached, () => JSON.stringify(network.log().slice(-9)));
    await tablet.kill();
    network.treat(() => 'cut');
    await tablet.reopenLocked();
    proof = addProofs(proof, await checkField(field, ids));
  }
  network.treat(null);
  await tablet.page().reload();
  await tablet.allSent();
  return { times: kills.length, seen: proof };
}
