import type { Texts } from '../i18n/texts.ts';
import { respondentsBn } from './respondents-messages-bn.ts';
import { respondentsEn } from './respondents-messages-en.ts';
import { respondentsEs } from './respondents-messages-es.ts';
import { respondentsHi } from './respondents-messages-hi.ts';
import type { RespondentsTexts } from './respondents-texts.ts';

/** Texts of the page Respondents. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const respondentsTexts: Texts<RespondentsTexts> = {
  en: respondentsEn,
  es: respondentsEs,
  hi: respondentsHi,
  bn: respondentsBn,
};
