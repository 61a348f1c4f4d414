const STORAGE_KEY = 'waymark.theme';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The theme that was chosen on this device. */
export const storedTheme = (): Theme => {
  const stored = localStorage.getItem(STORAGE_KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
};

export const storeTheme = (theme: Theme): void => localStorage.setItem(STORAGE_KEY, theme);

/** Shows the page in a theme; without one, in that which was chosen on this device, before the first paint. */
export function applyTheme(theme: Theme = storedTheme()): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
