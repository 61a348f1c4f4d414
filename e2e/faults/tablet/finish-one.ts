import { type Answers } from '../../../contracts/answer.ts';
import { messagesEn as texts } from '../../../client/collect/messages-en.ts';
import { BRANCH, type Field } from './create-field.ts';

/** A person who declines: the shortest interview there is. */
export const DECLINED: Answers = { consent: 'no' };

/** Holds an interview from its start to the tap on "finish", and notes what the server must hold. */
export async function finishOne(field: Field, answers: Answers = DECLINED): Promise<string> {
  const { tablet } = field;
  await tablet.open('/collect');
  await tablet.startInterview(BRANCH);
  await tablet.answerTheRest(answers);
  return await finishDraft(field, answers);
}

/** Finishes the draft on the screen, which stands at its review. */
export async function finishDraft({ tablet, given }: Field, answers: Answers): Promise<string> {
  const id = tablet.openDraft();
  await tablet.page().getByRole('button', { name: texts.reviewFinish, exact: true }).tap();
  await tablet.page().waitForURL('**/collect/result/**');
  given.set(id, answers);
  return id;
}
