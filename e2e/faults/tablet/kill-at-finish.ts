import { setTimeout as sleep } from 'node:timers/promises';
import { messagesEn as texts } from '../../../client/collect/messages-en.ts';
import { createRandom } from '../../../scoring/random/create-random.ts';
import { type Proof } from '../support/prove.ts';
import { addProofs } from './add-proofs.ts';
import { checkField } from './check-field.ts';
import { inTime } from './in-time.ts';
import { BRANCH, type Field } from './create-field.ts';
import { DECLINED, finishDraft } from './finish-one.ts';
import { type Tried } from './try-on-tablet.ts';
import { type Moment, stopAt, untilStopped } from './stop-at.ts';

const LONGEST_MS = 300;

/** Around the transaction that makes an interview final; at a random moment after the tap; on the result card. */
export type FinishKill = Moment | 'random' | 'card';

/** What is on the tablet after a kill at that moment; null where either may be. */
const EXPECTED: Readonly<Record<FinishKill, 'draft' | 'finished' | null>> = {
  before: 'draft',
  inside: 'draft',
  after: 'finished',
  card: 'finished',
  random: null,
};

/**
 * Finishes interviews without a network and kills the browser in doing so. A draft that survives is used for
 * the next kill; where there is none, one of a person who declines is begun.
 *
 * @throws Error where an interview is neither a draft nor finished, is both, or is not what the moment demands
 */
export async function killAtFinish(field: Field, kills: readonly FinishKill[], seed: number): Promise<Tried> {
  const { tablet, network, given } = field;
  const random = createRandom(seed);
  const finished = new Set<string>();
  let isOpen = false;
  let proof: Proof = { lost: 0, twice: 0, changed: 0 };
  network.set('up');
  network.treat(() => 'cut');
  for (const kill of kills) {
    const moment = kill === 'random' || kill === 'card' ? null : kill;
    await tablet.kill();
    await tablet.reopen(
      '/collect',
      moment === null ? undefined : stopAt(['drafts', 'journal', 'outbox'], moment),
    );
    if (isOpen) await tablet.goOn();
    else await tablet.startInterview(BRANCH);
    isOpen = true;
    await tablet.answerTheRest(DECLINED);
    const id = tablet.openDraft();
    const stopped = untilStopped(network, 'cut');
    const tapped = tablet.page().getByRole('button', { name: texts.reviewFinish, exact: true }).tap();
    // A page that stands still may never confirm the tap.
    if (moment === null) await tapped;
    else tapped.catch(() => undefined);
    if (kill === 'card') await tablet.page().waitForURL('**/collect/result/**');
    else if (kill === 'random') await sleep(random.next() * LONGEST_MS);
    else await inTime(`the moment ${kill}`, stopped);
    await tablet.kill();
    await tablet.reopenLocked();
    const { drafts, outbox } = await tablet.storage();
    const isDraft = drafts.some((draft) => draft.id === id);
    const isFinished = outbox.some((record) => record.id === id);
    const found = isDraft ? 'draft' : 'finished';
    if (isDraft === isFinished || found !== (EXPECTED[kill] ?? found))
      throw new Error(`Killed ${kill}: draft ${String(isDraft)}, finished ${String(isFinished)}.`);
    if (isFinished) {
      finished.add(id);
      given.set(id, DECLINED);
      isOpen = false;
    }
    proof = addProofs(proof, await checkField(field, finished));
  }
  if (isOpen) {
    // The last one survived as a draft: it is finished in peace.
    await tablet.unlock();
    await tablet.goOn();
    await tablet.answerTheRest(DECLINED);
    await finishDraft(field, DECLINED);
  }
  network.treat(null);
  return { times: kills.length, seen: proof };
}
