import type { Finding } from './finding.ts';

/** A text as it may stand in a file: per language, or one plain string, or not at all. */
export type AnyText = string | Readonly<Record<string, string>> | undefined;

/** Finds the languages in which a text is missing or blank. A plain string counts as English. */
export function missingLanguages(where: string, text: AnyText, languages: readonly string[]): Finding[] {
  const words: Readonly<Record<string, string>> = typeof text === 'string' ? { en: text } : (text ?? {});
  const has = (language: string): boolean => {
    const inLanguage = words[language] ?? (language === 'en' ? words.default : undefined);
    return inLanguage !== undefined && inLanguage.trim() !== '';
  };
  return languages
    .filter((language) => !has(language))
    .map((language) => ({
      code: 'MISSING_LANGUAGE',
      where,
      message: `There is no text in "${language}".`,
      hint: 'Add the translation; mark it in translationStatus until a native reader has checked it.',
    }));
}
