import type { Language } from '../../contracts/language.ts';

/** A locale for dates and numbers in `language`, in the digits 0–9 throughout, so that they match lists and files. */
export const withPlainDigits = (language: Language): string => `${language}-u-nu-latn`;
