import { setTimeout as sleep } from 'node:timers/promises';
import { messagesEn as texts } from '../../../client/collect/messages-en.ts';
import { createRandom } from '../../../scoring/random/create-random.ts';
import { ENABLED_TRADER } from '../../support/respondents.ts';
import { BRANCH, type Field } from './create-field.ts';
import { finishDraft } from './finish-one.ts';
import { type Tried } from './try-on-tablet.ts';

const LONGEST_MS = 400;

/**
 * One interview of all questions, in which the browser dies again and again: while it is begun, while a name is
 * typed, after answers, and at the review. After each kill the tablet must show every answer that it had called
 * saved.
 *
 * @param everyAnswers kill after every so many answers; 1 is after each
 * @param longestMs no kill after an answer comes later than this
 */
export async function killInInterview(
  field: Field,
  {
    everyAnswers,
    whileTyping,
    seed,
    longestMs = Infinity,
  }: {
    readonly everyAnswers: number;
    readonly whileTyping: number;
    readonly seed: number;
    readonly longestMs?: number;
  },
): Promise<Tried> {
  const { tablet, network } = field;
  const began = performance.now();
  const random = createRandom(seed);
  let times = 0;
  let answersLost = 0;
  const die = async (): Promise<void> => {
    await tablet.kill();
    await tablet.reopen();
    times += 1;
  };
  const dieAndGoOn = async (): Promise<void> => {
    await tablet.saved();
    const before = await tablet.shown();
    await die();
    await tablet.goOn();
    const after = await tablet.shown();
    for (const { name, answer } of before)
      if (after.find((question) => question.name === name)?.answer.join() !== answer.join()) answersLost += 1;
  };

  network.set('down');
  await tablet.open('/collect');
  await tablet.openStart();
  await tablet.page().locator('select[name=branch]').selectOption(BRANCH);
  await tablet.page().getByRole('button', { name: texts.startButton, exact: true }).tap();
  await sleep(random.next() * LONGEST_MS);
  await die();
  // Begun or not begun, but never half.
  if ((await tablet.storage()).drafts.length === 0) await tablet.startInterview(BRANCH);
  else await tablet.goOn();

  await tablet.answerThrough('respondent_name', { consent: 'yes' });
  const name = String(ENABLED_TRADER.respondent_name);
  const input = () => tablet.page().locator('[data-question="respondent_name"] input');
  for (let kill = 0; kill < whileTyping; kill += 1) {
    await input().fill('');
    const saved = Math.floor(random.next() * (name.length - 2));
    await input().pressSequentially(name.slice(0, saved));
    await tablet.saved();
    await input().pressSequentially(name.slice(saved, saved + 2));
    await die();
    await tablet.goOn();
    const typed = await input().inputValue();
    if (!name.startsWith(typed) || typed.length < saved) answersLost += 1;
  }
  await input().fill('');

  let answered = 0;
  await tablet.answerTheRest(ENABLED_TRADER, async () => {
    answered += 1;
    if (answered % everyAnswers === 0 && performance.now() - began < longestMs) await dieAndGoOn();
  });
  await tablet.page().getByRole('button', { name: texts.reviewFinish, exact: true }).waitFor();
  await die();
  await tablet.goOn();
  await tablet.answerTheRest(ENABLED_TRADER);
  await finishDraft(field, ENABLED_TRADER);
  return {
    times,
    seen: { lost: answersLost, twice: 0, changed: 0 },
    note: 'each time every answer that the screen had called saved was shown again',
  };
}
