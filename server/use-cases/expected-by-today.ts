import type { Target } from '../../contracts/supervision.ts';

const DAY_MS = 86_400_000;

/**
 * Interviews expected by the end of today if work goes in a straight line from the first day of the
 * fieldwork to the last, both included. None before it begins, all of them once it is over.
 *
 * @param today date such as 2026-11-22
 * @example expectedByToday({ interviews: 100, startsOn: '2026-11-01', endsOn: '2026-11-10' }, '2026-11-03') // 30
 */
export function expectedByToday(
  { interviews, startsOn, endsOn }: Pick<Target, 'interviews' | 'startsOn' | 'endsOn'>,
  today: string,
): number {
  const daysFrom = (date: string): number => (Date.parse(date) - Date.parse(startsOn)) / DAY_MS + 1;
  const share = daysFrom(today) / daysFrom(endsOn);
  return Math.round(interviews * Math.min(1, Math.max(0, share)));
}
