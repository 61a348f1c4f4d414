import { messagesEn as texts } from '../../../client/collect/messages-en.ts';
import { unlock } from '../../support/unlock.ts';
import { addToOutbox } from './add-to-outbox.ts';
import { BRANCH, type Field } from './create-field.ts';
import { DECLINED, finishDraft } from './finish-one.ts';
import { type Tried } from './try-on-tablet.ts';

/** One draft in two tabs, and two tabs that send at once: one tab owns the draft, and one sends at a time. */
export async function twoTabs(field: Field): Promise<Tried> {
  const { tablet, network, put } = field;
  await tablet.open('/collect');
  await tablet.startInterview(BRANCH);
  const address = tablet.page().url();
  const other = await tablet.page().context().newPage();
  await other.goto(address);
  await unlock(other);
  await other.getByText(texts.interviewElsewhere).waitFor();
  await tablet.answer('consent', 'no');
  await tablet.saved();

  // The first tab lets go: the second has the draft, with its answer, and the first has it no more.
  await tablet.open('/collect');
  await other.reload();
  await unlock(other);
  await other.locator('[data-question="consent"] input[value=no]:checked').waitFor({ state: 'attached' });
  await tablet.open(new URL(address).pathname);
  await tablet.page().getByText(texts.interviewElsewhere).waitFor();
  await other.close();
  await tablet.open(new URL(address).pathname);
  await tablet.page().locator('[data-question]').first().waitFor();
  await tablet.answerTheRest(DECLINED);
  network.treat(() => 'cut');
  await finishDraft(field, DECLINED);

  put.push(...(await addToOutbox(tablet.page(), 12)));
  const second = await tablet.page().context().newPage();
  await second.goto(`${network.url}/collect/outbox`);
  await unlock(second);
  await tablet.open('/collect/outbox');
  network.forget();
  network.treat(null);
  await Promise.all(
    [second, tablet.page()].map(async (page) =>
      page.getByRole('button', { name: texts.outboxSendNow, exact: true }).tap(),
    ),
  );
  await tablet.allSent();
  const offers = network.log().filter(({ line }) => line.startsWith('PUT /api/submissions/'));
  if (new Set(offers.map(({ line }) => line)).size !== offers.length)
    throw new Error('Two tabs sent the same record at once.');
  await second.close();
  return { times: 3, note: 'the second tab says that the draft is open elsewhere; nothing was sent twice' };
}
