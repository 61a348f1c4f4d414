import type { Language } from '../../contracts/language.ts';

/** Each language under its own name, as its readers look for it. The order is the order on screen. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  hi: 'हिन्दी',
  bn: 'বাংলা',
};

/** The languages in the order of `languageNames`; the same list as `LANGUAGES`, without loading zod. */
export const languages = Object.keys(languageNames) as readonly Language[];

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(languageNames, value);
