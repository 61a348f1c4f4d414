import { useState } from 'react';

const STORAGE_KEY = 'waymark.theme';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const storedTheme = (): Theme => {
  const stored = localStorage.getItem(STORAGE_KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
};

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Sets the theme that was chosen on this device. Call once, before the first paint. */
export const applyStoredTheme = (): void => apply(storedTheme());

/** The chosen theme and how to choose another, remembered on this device. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(storedTheme);
  const choose = (next: Theme): void => {
    localStorage.setItem(STORAGE_KEY, next);
    apply(next);
    setTheme(next);
  };
  return [theme, choose];
}
