// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLockManager } from '../../device/testing/create-lock-manager.ts';
import { TabletScenario } from '../../device/testing/tablet-scenario.ts';
import { messagesEn } from '../messages-en.ts';
import { findProblem } from './find-problem.ts';
import { finishInterview } from './finish-interview.ts';
import { openInterview, type OpenInterview } from './open-interview.ts';

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: createLockManager() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function open(tablet: TabletScenario, id: string): Promise<OpenInterview> {
  const outcome = await openInterview(tablet.database, tablet.vault, id);
  if (outcome.kind !== 'open') throw new Error(`The interview is ${outcome.kind}.`);
  return outcome.interview;
}

/** Types an age key by key into an interview that is at that question. */
async function typeAge(text: string) {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const interview = await open(tablet, id);
  interview.survey.setValue('consent', 'yes');
  for (let end = 1; end <= text.length; end += 1) interview.typeNumber('age', text.slice(0, end));
  await interview.journal.settled();
  return { tablet, id, interview };
}

const problemOf = (interview: OpenInterview) =>
  findProblem(interview.survey.getQuestionByName('age'), interview.typed, messagesEn);

const finish = ({ tablet, interview }: Awaited<ReturnType<typeof typeAge>>) =>
  finishInterview(tablet.database, tablet.vault, interview, Date.parse('2026-05-01T10:00:00Z'));

const sentAnswers = async (tablet: TabletScenario, id: string) =>
  (JSON.parse((await tablet.database.get('outbox', id))!.payload) as { answers: unknown }).answers;

const wrong = ['34 years', 'abc', '4o', '340', '3', '34.5', '34,5', '0x22', '-34', '3 4', '1e1', '٣٤x'];
it.each(wrong)('keeps "%s" as typed, shows it again, and does not go on with it', async (text) => {
  const typing = await typeAge(text);
  const { tablet, id, interview } = typing;
  expect(problemOf(interview)).toBe(messagesEn.errorNumber(15, 99));
  interview.close();
  await tablet.losePower();

  const again = await open(tablet, id);
  expect(again.typed('age')).toBe(text);
  expect(again.survey.getValue('age')).toBeUndefined();
  expect(problemOf(again)).toBe(messagesEn.errorNumber(15, 99));
  await expect(finish({ ...typing, interview: again })).rejects.toThrow('age');
  expect(await tablet.places()).toEqual({ drafts: [id], outbox: [], sent: [] });
});

it.each([
  ['34', 34],
  [' 34 ', 34],
  ['034', 34],
  ['３４', 34],
  ['३४', 34],
  ['৩৪', 34],
  ['15', 15],
  ['99', 99],
])('takes "%s" as the number %i, and shows it as it was typed', async (text, age) => {
  const typing = await typeAge(text);
  expect(problemOf(typing.interview)).toBeNull();
  typing.interview.close();
  const interview = await open(typing.tablet, typing.id);
  expect(interview.typed('age')).toBe(text);
  expect(interview.survey.getValue('age')).toBe(age);
  await finish({ ...typing, interview });
  expect(await sentAnswers(typing.tablet, typing.id)).toEqual({ consent: 'yes', age });
});

it('has every keystroke in the journal, once', async () => {
  const { tablet, id } = await typeAge('340');
  const entries = await tablet.entries(id);
  const typed = entries.filter((entry) => entry.kind === 'answer' && entry.item === 'age');
  expect(typed).toMatchObject([{ value: '3' }, { value: '34' }, { value: '340' }]);
});

it.each(['', '  '])('takes a text that was emptied ("%s") as no answer', async (text) => {
  const typing = await typeAge('34');
  typing.interview.typeNumber('age', text);
  expect(problemOf(typing.interview)).toBeNull();
  await finish(typing);
  expect(await sentAnswers(typing.tablet, typing.id)).toEqual({ consent: 'yes' });
});

it('finishes with a refusal whatever was typed before it', async () => {
  const typing = await typeAge('340');
  typing.interview.survey.setValue('consent', 'no');
  await finish(typing);
  expect(await sentAnswers(typing.tablet, typing.id)).toEqual({ consent: 'no' });
});

it('goes on with a draft whose journal has a number', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  await tablet.answer(id, 'age', 34);
  const interview = await open(tablet, id);
  expect([interview.typed('age'), interview.survey.getValue('age')]).toEqual(['34', 34]);
});
