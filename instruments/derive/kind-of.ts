import type { SurveyQuestion } from '../survey-file.ts';

/** What an item's answer is, and so what it can be compared with. */
export type ItemKind = 'single' | 'multiple' | 'number' | 'text';

/** The kind of a SurveyJS question. */
export function kindOf(question: SurveyQuestion): ItemKind {
  if (question.type === 'radiogroup') return 'single';
  if (question.type === 'checkbox') return 'multiple';
  return question.type === 'text' && question.inputType === 'number' ? 'number' : 'text';
}
