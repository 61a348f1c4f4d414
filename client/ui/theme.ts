import { useState } from 'react';
import { applyTheme, storedTheme, storeTheme, type Theme } from './apply-theme.ts';

/** The chosen theme and how to choose another, remembered on this device. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(storedTheme);
  const choose = (next: Theme): void => {
    storeTheme(next);
    applyTheme(next);
    setTheme(next);
  };
  return [theme, choose];
}
