import { ARCHETYPES, type Archetype } from '../../../contracts/archetype.ts';
import { localize, type Language } from '../../../contracts/language.ts';
import type { ResultCard } from '../../../contracts/result-card.ts';
import { archetypeNames } from '../../i18n/archetype-names.ts';

interface ArchetypeScaleProps {
  readonly archetype: Archetype;
  readonly card: ResultCard;
  readonly language: Language;
  readonly hereText: string;
}

/** The four archetypes in their order, with hers marked by more than colour. */
export function ArchetypeScale({ archetype, card, language, hereText }: ArchetypeScaleProps) {
  return (
    <ol className="scale">
      {ARCHETYPES.map((each, rank) => (
        <li
          key={each}
          className={`archetype-${rank + 1}`}
          {...(each === archetype ? { 'aria-current': 'step' as const } : {})}
        >
          {each === archetype && <span className="small">{hereText}</span>}
          <strong>{archetypeNames[language][each]}</strong>
          <span>{localize(card.archetypes[each].title, language)}</span>
        </li>
      ))}
    </ol>
  );
}
