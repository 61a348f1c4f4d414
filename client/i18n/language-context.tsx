import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language } from '../../contracts/language.ts';
import { isLanguage, languages } from './language-names.ts';
import type { Texts } from './texts.ts';

const STORAGE_KEY = 'waymark.language';

interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'en', setLanguage: () => undefined });

/** What was chosen on this device before, else the browser's first language that we have, else English. */
function firstLanguage(): Language {
  const stored = localStorage.getItem(STORAGE_KEY);
  if (isLanguage(stored)) return stored;
  const wanted = navigator.languages.map((tag) => tag.split('-')[0]);
  return languages.find((language) => wanted.includes(language)) ?? 'en';
}

/** Holds the language of the interface. The choice is remembered on this device. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    localStorage.setItem(STORAGE_KEY, next);
    setLanguage(next);
  }, []);
  const value = useMemo(() => ({ language, setLanguage: choose }), [language, choose]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The language of the interface, and how to change it. */
export const useLanguage = (): LanguageChoice => useContext(LanguageContext);

/** A page group's texts in the language of the interface. */
export const useTexts = <T,>(texts: Texts<T>): T => texts[useLanguage().language];
