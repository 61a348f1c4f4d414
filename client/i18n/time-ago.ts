import type { Language } from '../../contracts/language.ts';
import { withPlainDigits } from './language-digits.ts';

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** For two instants in milliseconds: how long the first is ago, seen from the second. */
type TimeAgo = (thenMs: number, nowMs: number) => string;

/**
 * "3 hours ago" in `language`. Under a minute is "now"; a clock that ran backwards too. Making one is far dearer
 * than asking it: keep it for a whole list.
 */
export function createTimeAgo(language: Language): TimeAgo {
  const format = new Intl.RelativeTimeFormat(withPlainDigits(language), { numeric: 'auto' });
  return (thenMs, nowMs) => {
    const passedMs = Math.max(0, nowMs - thenMs);
    for (const [unit, lengthMs] of STEPS) {
      if (passedMs >= lengthMs) return format.format(-Math.floor(passedMs / lengthMs), unit);
    }
    return format.format(0, 'second');
  };
}

/** The same, for one line. */
export const timeAgo = (thenMs: number, nowMs: number, language: Language): string =>
  createTimeAgo(language)(thenMs, nowMs);
