import type { Texts } from '../../i18n/texts.ts';
import { visitsBn } from './visit-messages-bn.ts';
import { visitsEn, type VisitTexts } from './visit-messages-en.ts';
import { visitsEs } from './visit-messages-es.ts';
import { visitsHi } from './visit-messages-hi.ts';

/** Spanish, Hindi and Bengali await a native reader's check. */
export const visitMessages: Texts<VisitTexts> = {
  en: visitsEn,
  es: visitsEs,
  hi: visitsHi,
  bn: visitsBn,
};
