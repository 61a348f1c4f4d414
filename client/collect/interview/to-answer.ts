import type { AnswerValue } from '../../../contracts/answer.ts';

/** A SurveyJS value as it is recorded. Empty text, an empty list and nothing at all are no answer: null. */
export function toAnswer(value: unknown): AnswerValue | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) {
    const codes = value.map(String);
    return codes.length === 0 ? null : codes;
  }
  return typeof value === 'string' && value !== '' ? value : null;
}
