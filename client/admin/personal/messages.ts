import type { Texts } from '../../i18n/texts.ts';
import { bn } from './messages-bn.ts';
import { en } from './messages-en.ts';
import { es } from './messages-es.ts';
import { hi } from './messages-hi.ts';
import type { PersonalTexts } from './personal-texts.ts';

/** Texts of the page of personal data. */
export const personalTexts: Texts<PersonalTexts> = { en, es, hi, bn };
