const STORED = 'waymark.questionLayout';

/** Several questions on a screen, as the instrument groups them, or each on a screen of its own. */
export type QuestionLayout = 'grouped' | 'single';

/** How this tablet shows questions; grouped unless someone chose otherwise. */
export const readQuestionLayout = (): QuestionLayout =>
  localStorage.getItem(STORED) === 'single' ? 'single' : 'grouped';

export function storeQuestionLayout(layout: QuestionLayout): void {
  localStorage.setItem(STORED, layout);
}
