import { expect, it } from 'vitest';
import { addDays, appointmentText, dayText, localDay } from './days.ts';

it('counts days over the end of a month, a year and a change of clocks', () => {
  expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});

it('says today and tomorrow with their date, and other days by weekday', () => {
  expect(dayText('2026-11-22', '2026-11-22', 'en')).toBe('today, Sun, Nov 22');
  expect(dayText('2026-11-23', '2026-11-22', 'es')).toMatch(/^mañana, lun,? 23 nov$/);
  expect(dayText('2026-11-25', '2026-11-22', 'en')).toBe('Wed, Nov 25');
  expect(dayText('2026-11-25', '2026-11-22', 'bn')).toContain('25');
});

it('names the hour that was agreed, whatever zone the tablet is in', () => {
  expect(appointmentText('2026-11-25', '2026-11-22', 'en')).toBe('Wed, Nov 25');
  expect(appointmentText('2026-11-25T15:00:00.000+05:30', '2026-11-22', 'en')).toBe('Wed, Nov 25, 3:00 PM');
});

it('takes the day of the tablet, not of Greenwich', () => {
  const midnight = new Date(2026, 10, 22, 0, 1).getTime();
  expect(localDay(midnight)).toBe('2026-11-22');
});
