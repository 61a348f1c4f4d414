import type { Language } from '../../../contracts/language.ts';
import { withPlainDigits } from '../../i18n/language-digits.ts';
import { isoWithOffset } from '../../device/iso-with-offset.ts';

const DAY_MS = 86_400_000;
/** Noon, so that no change of the clocks moves the day. */
const noonMs = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** The tablet's own day at an instant: `2026-11-22`. */
export const localDay = (atMs: number): string => isoWithOffset(atMs).slice(0, 10);

/** So many days after a day; negative: before it. */
export const addDays = (day: string, count: number): string =>
  new Date(noonMs(day) + count * DAY_MS).toISOString().slice(0, 10);

/** A day for people: "Wed, 25 Nov"; with "today", "tomorrow" or "yesterday" before it where it is. */
export function dayText(day: string, today: string, language: Language): string {
  const date = new Intl.DateTimeFormat(withPlainDigits(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(noonMs(day));
  const away = Math.round((noonMs(day) - noonMs(today)) / DAY_MS);
  if (Math.abs(away) > 1) return date;
  // With its date: Hindi has one word for tomorrow and yesterday.
  return `${new Intl.RelativeTimeFormat(withPlainDigits(language), { numeric: 'auto' }).format(away, 'day')}, ${date}`;
}

/** A full hour (0–23) for people. */
export const hourText = (hour: number, language: Language): string =>
  new Intl.DateTimeFormat(withPlainDigits(language), {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(hour * 3_600_000);

/** The day, or day and hour, of an appointment: `2026-11-22` or `2026-11-22T15:00:00.000+05:30`. */
export function appointmentText(at: string, today: string, language: Language): string {
  const day = dayText(at.slice(0, 10), today, language);
  // The hour that was said there, whatever zone the tablet is in by now.
  const hour = /^.{10}T(\d\d)/.exec(at)?.[1];
  return hour === undefined ? day : `${day}, ${hourText(Number(hour), language)}`;
}
