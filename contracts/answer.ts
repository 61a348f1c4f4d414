import { z } from 'zod';

/**
 * One answer as it is stored: a code, several codes (multiple response), a number, or text.
 * An item that was not asked or not answered is absent from the record; the codebook's
 * `appliesWhen` tells the one from the other.
 */
export const answerValueSchema = z.union([
  z.string().max(4000),
  z.number(),
  z.array(z.string().max(200)).max(200),
]);
export type AnswerValue = z.infer<typeof answerValueSchema>;

export const answersSchema = z.record(z.string().max(64), answerValueSchema);
/** Raw answers by item name. Answers to items that no longer apply may still be in here. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** Codes with the same meaning in every Waymark instrument (SurveyJS's own names for them). */
export const DONT_KNOW = 'dontknow';
export const REFUSED = 'refused';
/** In flat files only: the item applied to the respondent but has no answer. A blank cell means it was skipped. */
export const UNANSWERED = 'unanswered';
