import type { Texts } from '../i18n/texts.ts';
import { messagesBn } from './messages-bn.ts';
import { messagesEn, type CollectTexts } from './messages-en.ts';
import { messagesEs } from './messages-es.ts';
import { messagesHi } from './messages-hi.ts';

/** Every word of the tablet's screens. Spanish, Hindi and Bengali await a native reader's check. */
export const messages: Texts<CollectTexts> = {
  en: messagesEn,
  es: messagesEs,
  hi: messagesHi,
  bn: messagesBn,
};
