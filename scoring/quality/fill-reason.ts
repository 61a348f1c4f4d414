import type { Localized } from '../../contracts/language.ts';

/** Puts measured values into a reason's `{names}`, in every language. Numbers keep at most one decimal. */
export function fillReason(
  template: Localized,
  values: Readonly<Record<string, string | number>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(template).map(([language, text]) => [
      language,
      text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        if (value === undefined) return whole;
        return typeof value === 'number' ? rounded(value) : value;
      }),
    ]),
  );
}

const rounded = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Math.round(value * 10) / 10);
