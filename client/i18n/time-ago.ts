import type { Language } from '../../contracts/language.ts';

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 hours ago" in `language`, for two instants in milliseconds. Under a minute is "now"; a clock that ran backwards too. */
export function timeAgo(thenMs: number, nowMs: number, language: Language): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const passedMs = Math.max(0, nowMs - thenMs);
  for (const [unit, lengthMs] of STEPS) {
    if (passedMs >= lengthMs) return format.format(-Math.floor(passedMs / lengthMs), unit);
  }
  return format.format(0, 'second');
}
