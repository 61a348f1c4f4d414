/** Local time with its offset from UTC, ISO 8601: `2026-05-01T14:03:09.120+05:30`. */
export function isoWithOffset(
  instantMs: number,
  offsetMinutes = -new Date(instantMs).getTimezoneOffset(),
): string {
  const local = new Date(instantMs + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(offsetMinutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
