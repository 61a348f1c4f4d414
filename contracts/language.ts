import { z } from 'zod';

/** Languages of the interface and of the core instrument, by BCP 47 code. */
export const LANGUAGES = ['en', 'es', 'hi', 'bn'] as const;
export type Language = (typeof LANGUAGES)[number];
export const languageSchema = z.enum(LANGUAGES);

/** A text per language. `default` or `en` is the fallback; an external codebook may have one only. */
export const localizedSchema = z.record(z.string(), z.string());
export type Localized = Readonly<Record<string, string>>;

/** The text in `language`, else English, else whatever there is, else an empty string. */
export function localize(text: Localized, language: string): string {
  return text[language] ?? text.en ?? text.default ?? Object.values(text)[0] ?? '';
}
