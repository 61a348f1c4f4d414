import { type Answers, type AnswerValue } from '../../contracts/answer.ts';
import { type Locator, type Page } from 'playwright-core';
import { messagesEn as texts } from '../../client/collect/messages-en.ts';
import { waitUntil } from './wait-until.ts';

/** What the page shows of one question. */
export interface ShownQuestion {
  readonly name: string;
  /** Chosen codes, or the text in the field; empty where there is no answer yet. */
  readonly answer: readonly string[];
}

/** Answers an interview through the screen, as an enumerator does. */
export function createInterviewDriver(page: () => Page) {
  const question = (name: string): Locator => page().locator(`[data-question="${name}"]`);

  const shown = async (): Promise<ShownQuestion[]> =>
    await page()
      .locator('[data-question]')
      .evaluateAll((questions) =>
        questions.map((element) => {
          const inputs = [...element.querySelectorAll<HTMLInputElement>('input, textarea')];
          const answer = inputs
            .filter((input) =>
              input.type === 'radio' || input.type === 'checkbox' ? input.checked : input.value !== '',
            )
            .map((input) => input.value);
          return { name: element.getAttribute('data-question') ?? '', answer };
        }),
      );

  const tapChoice = async (name: string, code: string): Promise<void> => {
    const input = question(name).locator(`input[value="${code}"]`);
    await question(name)
      .locator('label', { has: page().locator(`input[value="${code}"]`) })
      .tap();
    await waitUntil(`${name} shows ${code}`, async () => await input.isChecked(), 5000);
  };

  /** Answers one question that is on the screen. */
  const answer = async (name: string, value: AnswerValue): Promise<void> => {
    const isText = (await question(name).locator('input[type=radio], input[type=checkbox]').count()) === 0;
    if (isText) {
      const field = question(name).locator('input, textarea');
      await field.tap();
      await field.pressSequentially(String(value));
      return;
    }
    for (const code of Array.isArray(value) ? value : [String(value)]) await tapChoice(name, code);
  };

  /** Answers what is open on this page, and what opens through that, from `answers`. */
  const answerPage = async (answers: Answers, afterEach?: () => Promise<void>): Promise<void> => {
    const open = async () =>
      (await shown()).find(({ name, answer: given }) => given.length === 0 && answers[name] !== undefined);
    for (let next = await open(); next !== undefined; next = await open()) {
      await answer(next.name, answers[next.name] ?? '');
      await afterEach?.();
    }
    // What is asked next is known once the model has followed.
    await page().locator('[data-save-state="saved"]').waitFor();
  };

  const names = async (): Promise<string> => (await shown()).map(({ name }) => name).join();

  /** Turns the page, and waits until the next one is there. */
  const nextPage = async (): Promise<void> => {
    const before = await names();
    await page().getByRole('button', { name: texts.next, exact: true }).tap();
    await waitUntil(`the page after ${before} is there`, async () => (await names()) !== before);
  };

  const isLastPage = async (): Promise<boolean> =>
    (await page().getByRole('button', { name: texts.next, exact: true }).count()) === 0;

  return {
    answer,
    shown,
    /** Answers page after page, up to and with the one that holds `lastItem`; stays on it. */
    answerThrough: async (lastItem: string, answers: Answers): Promise<void> => {
      for (;;) {
        await answerPage(answers);
        if ((await question(lastItem).count()) > 0) return;
        await nextPage();
      }
    },
    /** Answers all that is left, and goes to the review. `afterEach` is called after each answer. */
    answerTheRest: async (answers: Answers, afterEach?: () => Promise<void>): Promise<void> => {
      await answerPage(answers, afterEach);
      while (!(await isLastPage())) {
        await nextPage();
        await answerPage(answers, afterEach);
      }
      await page().getByRole('button', { name: texts.interviewFinish, exact: true }).tap();
    },
    nextPage,
  };
}
