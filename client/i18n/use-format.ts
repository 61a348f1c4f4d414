import { useMemo } from 'react';
import type { Language } from '../../contracts/language.ts';
import { useLanguage } from './language-context.tsx';
import { withPlainDigits } from './language-digits.ts';

export interface Format {
  /** 1,234 — whole. */
  readonly count: (value: number) => string;
  /** 1,234.5 — one decimal, as weighted counts are. */
  readonly decimal: (value: number) => string;
  /** 0.1234 → 12.3%; an empty base is a dash. */
  readonly percent: (share01: number | null) => string;
  /** 0.1234 → 12%, for charts. */
  readonly wholePercent: (share01: number) => string;
  /** Two decimals: coefficients and statistics. A dash where there is none. */
  readonly coefficient: (value: number | null) => string;
  /** +5, −10 — whole, with its sign. */
  readonly signed: (value: number) => string;
  readonly date: (iso: string) => string;
}

const DASH = '–';

/** Numbers and dates in the reader's language, always in the digits 0–9, so that they match the files. */
function formatFor(language: Language): Format {
  const locale = withPlainDigits(language);
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const fixed = (digits: number): Intl.NumberFormatOptions => ({
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const count = number({ maximumFractionDigits: 0 });
  const decimal = number(fixed(1));
  const percent = number({ style: 'percent', ...fixed(1) });
  const wholePercent = number({ style: 'percent', maximumFractionDigits: 0 });
  const coefficient = number(fixed(2));
  const signed = number({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    count: (value) => count.format(value),
    decimal: (value) => decimal.format(value),
    percent: (share01) => (share01 === null ? DASH : percent.format(share01)),
    wholePercent: (share01) => wholePercent.format(share01),
    coefficient: (value) => (value === null ? DASH : coefficient.format(value)),
    signed: (value) => signed.format(value),
    // The hour keeps its a.m. or p.m. beside it.
    date: (iso) => date.format(new Date(iso)).replace(/ (?=\D+$)/, '\u00a0'),
  };
}

export function useFormat(): Format {
  const { language } = useLanguage();
  return useMemo(() => formatFor(language), [language]);
}
