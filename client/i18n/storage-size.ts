import type { Language } from '../../contracts/language.ts';
import { withPlainDigits } from './language-digits.ts';

const UNITS = ['megabyte', 'gigabyte'] as const;

/** Bytes as people read them: whole megabytes, or gigabytes with a decimal, in the digits 0–9. */
export function storageSize(bytes: number, language: Language): string {
  const megabytes = bytes / 1e6;
  const isLarge = megabytes >= 1000;
  return new Intl.NumberFormat(withPlainDigits(language), {
    style: 'unit',
    unit: UNITS[isLarge ? 1 : 0],
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? megabytes / 1000 : megabytes);
}
