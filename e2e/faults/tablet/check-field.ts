import { isDeepStrictEqual } from 'node:util';
import { interviewSchema } from '../../../contracts/submission.ts';
import { sha256 } from '../../../server/use-cases/sha256.ts';
import { type DeviceContents } from '../../support/read-device.ts';
import { prove, readStored, type Proof } from '../support/prove.ts';
import { addProofs } from './add-proofs.ts';
import { type Field } from './create-field.ts';

/** Where an interview is that was begun on this tablet. */
interface Whereabouts {
  readonly draft: number;
  readonly waiting: number;
  readonly server: number;
}

/**
 * Looks at the tablet's storage and the server's database behind their backs, at any moment: every interview
 * that was finalised is on the tablet or on the server, whole; never both a draft and finished.
 *
 * @param ids of interviews that were finalised
 */
export async function checkField(field: Field, ids: Iterable<string>): Promise<Proof> {
  // The tablet first: what leaves it meanwhile has reached the server before.
  const device = await field.tablet.storage();
  let lost = 0;
  let twice = 0;
  let changed = 0;
  for (const id of ids) {
    const { draft, waiting, server } = whereIs(field, device, id);
    if (waiting + server === 0) lost += 1;
    if (draft + waiting > 1 || server > 1) twice += 1;
  }
  for (const { hash, payload } of [...device.outbox, ...device.sent])
    if (sha256(payload) !== hash) changed += 1;
  return { lost, twice, changed };
}

function whereIs({ dataDir }: Field, device: DeviceContents, id: string): Whereabouts {
  const count = (records: readonly { readonly id: string }[]) =>
    records.filter((record) => record.id === id).length;
  return {
    draft: count(device.drafts),
    waiting: count(device.outbox),
    server: readStored(dataDir, id).length,
  };
}

/**
 * The end of a scenario, with a network: sends all that waits, then each interview must be on the server once,
 * with the hash of the tablet's receipt and exactly the answers that were given.
 */
export async function settleField(field: Field): Promise<Proof & { readonly records: number }> {
  const { tablet, network, given, put, dataDir } = field;
  network.treat(null);
  network.set('up');
  await tablet.sendNow();
  await tablet.allSent();
  const { sent } = await tablet.storage();
  let lost = 0;
  let twice = 0;
  let changed = 0;
  for (const [id, answers] of given) {
    const rows = readStored(dataDir, id);
    const copy = sent.find((record) => record.id === id);
    if (rows.length === 0) lost += 1;
    if (rows.length > 1) twice += 1;
    for (const { hash, payload } of rows) {
      const interview = interviewSchema.safeParse(JSON.parse(payload));
      const isSame =
        interview.success &&
        isDeepStrictEqual(interview.data.answers, answers) &&
        (copy === undefined || copy.receipt.hash === hash);
      if (!isSame) changed += 1;
    }
  }
  const proof = addProofs({ lost, twice, changed }, prove(dataDir, put));
  return { ...proof, records: given.size + put.length };
}
