import { type Page } from 'playwright-core';
import { type Answers } from '../../contracts/answer.ts';
import { messagesEn as texts } from '../../client/collect/messages-en.ts';
import { waitUntil } from './wait-until.ts';

const MOST_PRESSES = 60;

/** What has the focus, as a test asks about it. */
interface Focus {
  readonly question: string | null;
  readonly type: string;
  readonly value: string;
  readonly text: string;
  /** Whether the browser shows where the focus is. */
  readonly isVisible: boolean;
}

const focusOf = async (page: Page): Promise<Focus> =>
  await page.evaluate(() => {
    const element = document.activeElement;
    const input = element instanceof HTMLInputElement ? element : null;
    return {
      question: element?.closest('[data-question]')?.getAttribute('data-question') ?? null,
      type: input?.type ?? element?.tagName.toLowerCase() ?? '',
      value: input?.value ?? '',
      text: element?.textContent.trim() ?? '',
      isVisible: element?.matches(':focus-visible') === true,
    };
  });

/**
 * Presses a key until what has the focus fits.
 *
 * @throws Error where it does not after 60 presses, or where the focus cannot be seen
 */
export async function pressUntil(
  page: Page,
  key: string,
  wanted: string | ((focus: Focus) => boolean),
): Promise<void> {
  for (let press = 0; press < MOST_PRESSES; press += 1) {
    await page.keyboard.press(key);
    const isThere =
      typeof wanted === 'string'
        ? await page.evaluate((selector) => document.activeElement?.matches(selector) === true, wanted)
        : wanted(await focusOf(page));
    if (!isThere) continue;
    if (!(await focusOf(page)).isVisible) throw new Error('The focus cannot be seen.');
    return;
  }
  throw new Error(`${MOST_PRESSES} presses of ${key} did not lead to ${String(wanted)}.`);
}

/** Answers every question with Tab, arrows, Space and letters, turns the pages with Enter, and finishes. */
export async function answerByKeyboard(page: Page, answers: Answers): Promise<void> {
  for (;;) {
    await answerPage(page, answers);
    const before = await questionsOf(page);
    const isTurn = ({ type, text }: Focus): boolean =>
      type === 'button' && [texts.next, texts.interviewFinish].some((name) => text === name);
    await pressUntil(page, 'Tab', isTurn);
    await page.keyboard.press('Enter');
    await waitUntil(`the page after ${before} is there`, async () => (await questionsOf(page)) !== before);
    if ((await page.locator('[data-question]').count()) > 0) continue;
    await pressUntil(page, 'Tab', ({ text }) => text === texts.reviewFinish);
    await page.keyboard.press('Enter');
    return;
  }
}

const questionsOf = async (page: Page): Promise<string> =>
  (
    await page
      .locator('[data-question]')
      .evaluateAll((questions) => questions.map((question) => question.getAttribute('data-question')))
  ).join();

/** Answers what is open on this page, and what opens through that, from top to bottom. */
async function answerPage(page: Page, answers: Answers): Promise<void> {
  const open = async (): Promise<string | undefined> =>
    await page.locator('[data-question]').evaluateAll(
      (questions, known) =>
        questions
          .filter((question) =>
            [...question.querySelectorAll<HTMLInputElement>('input, textarea')].every((input) =>
              input.type === 'radio' || input.type === 'checkbox' ? !input.checked : input.value === '',
            ),
          )
          .map((question) => question.getAttribute('data-question') ?? '')
          .find((name) => known.includes(name)),
      Object.keys(answers),
    );
  for (let name = await open(); name !== undefined; name = await open()) {
    const question = name;
    const answer = answers[question] ?? '';
    await pressUntil(page, 'Tab', (focus) => focus.question === question);
    const { type } = await focusOf(page);
    if (type === 'radio') await chooseOne(page, question, String(answer));
    else if (type === 'checkbox')
      for (const code of Array.isArray(answer) ? answer : [String(answer)]) await tick(page, question, code);
    else await page.keyboard.type(String(answer));
    await page.locator('[data-save-state="saved"]').waitFor();
  }
}

/** Space takes the first answer, the arrows go on from there, as in any group of radio buttons. */
async function chooseOne(page: Page, question: string, code: string): Promise<void> {
  const chosen = page.locator(`[data-question="${question}"] input[value="${code}"]`);
  await page.keyboard.press('Space');
  for (let press = 0; !(await chosen.isChecked()); press += 1) {
    if (press > MOST_PRESSES) throw new Error(`${question} cannot be answered ${code} by keyboard.`);
    await page.locator('[data-save-state="saved"]').waitFor();
    await page.keyboard.press('ArrowDown');
  }
}

async function tick(page: Page, question: string, code: string): Promise<void> {
  const isIt = (focus: Focus): boolean => focus.question === question && focus.value === code;
  if (!isIt(await focusOf(page))) await pressUntil(page, 'Tab', isIt);
  await page.keyboard.press('Space');
}
