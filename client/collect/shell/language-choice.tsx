import type { Language } from '../../../contracts/language.ts';
import { languageNames, languages } from '../../i18n/language-names.ts';

interface LanguageChoiceProps {
  readonly label: string;
  readonly language: Language;
  readonly onChange: (language: Language) => void;
}

/** A select with each language under its own name. */
export function LanguageChoice({ label, language, onChange }: LanguageChoiceProps) {
  return (
    <label className="language-choice">
      <span className="visually-hidden">{label}</span>
      <select
        className="input"
        value={language}
        onChange={(event) => {
          const chosen = languages.find((each) => each === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageNames[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
