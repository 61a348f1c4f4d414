import type { Language } from '../../../contracts/language.ts';

/**
 * A voice that speaks a language, or null where the tablet has none. One that works without a network comes
 * first. Android writes `hi_IN` where others write `hi-IN`.
 */
export function findVoice(
  voices: readonly SpeechSynthesisVoice[],
  language: Language,
): SpeechSynthesisVoice | null {
  const speaks = voices.filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);
  return speaks.find(({ localService }) => localService) ?? speaks[0] ?? null;
}
