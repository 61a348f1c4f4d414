import { NOT_CLASSIFIED } from '../../../contracts/archetype.ts';
import { localize, type Language } from '../../../contracts/language.ts';
import { archetypeNames } from '../../i18n/archetype-names.ts';
import { messages } from '../messages.ts';
import type { Result } from './explain-result.ts';

/** What the card says, line by line: a heading is null where the lines stand alone. */
export interface ResultPart {
  readonly heading: string | null;
  readonly lines: readonly string[];
}

/** The card in words, in one language: for the voice, the paper and the message. It names nobody. */
export function resultWords(
  { card, classification, tookPart, nextSteps }: Result,
  language: Language,
): readonly ResultPart[] {
  const texts = messages[language];
  if (!tookPart)
    return [{ heading: null, lines: [`${texts.resultNoConsentTitle}.`, texts.resultNoConsentText] }];
  const { archetype, reasons, cap } = classification;
  const words = archetype === null ? card.notClassified : card.archetypes[archetype];
  const why = (cap === null ? reasons : [...reasons, cap]).map(({ text }) => localize(text, language));
  const next = nextSteps.map(({ text }) => localize(text, language));
  return [
    {
      heading: `${texts.resultThanks} ${archetypeNames[language][archetype ?? NOT_CLASSIFIED]}`,
      lines: [localize(words.title, language), localize(words.meaning, language)],
    },
    ...(why.length === 0 ? [] : [{ heading: texts.resultWhy, lines: why }]),
    ...(next.length === 0 ? [] : [{ heading: texts.resultNext, lines: next }]),
  ];
}

/** As plain text for a message. */
export const resultText = (parts: readonly ResultPart[]): string =>
  parts
    .map(({ heading, lines }) =>
      [
        ...(heading === null ? [] : [heading]),
        ...lines.map((line) => (heading === null ? line : `- ${line}`)),
      ].join('\n'),
    )
    .join('\n\n');
