import type { Texts } from '../i18n/texts.ts';
import { messagesBn } from './messages-bn.ts';
import { messagesEn, type AnalyseTexts } from './messages-en.ts';
import { messagesEs } from './messages-es.ts';
import { messagesHi } from './messages-hi.ts';

/** Every word of the analyst's pages. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const analyseTexts: Texts<AnalyseTexts> = {
  en: messagesEn,
  es: messagesEs,
  hi: messagesHi,
  bn: messagesBn,
};
