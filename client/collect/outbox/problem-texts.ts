import type { ProblemCode } from '../../device/device-schema.ts';
import type { CollectTexts } from '../messages-en.ts';

/** What a person is told of each reason why something was not sent. */
export const PROBLEM_TEXTS = {
  offline: 'problemOffline',
  timeout: 'problemTimeout',
  serverError: 'problemServerError',
  notAReceipt: 'problemNotAReceipt',
  wrongReceipt: 'problemWrongReceipt',
  notEnrolled: 'problemNotEnrolled',
  refused: 'problemRefused',
} as const satisfies Record<ProblemCode, keyof CollectTexts>;
