import { WaymarkError } from '../../contracts/errors.ts';
import type { Clock } from '../use-cases/clock.ts';

const WINDOW_MS = 60_000;

/**
 * Counts attempts per key over fixed windows of a minute. Throws TOO_MANY_ATTEMPTS beyond `max`. All
 * counts go when a window ends, so memory is bounded by the attempts of one minute.
 */
export function createRateLimit(max: number, clock: Clock): (key: string) => void {
  let counts = new Map<string, number>();
  let windowStart = 0;
  return (key) => {
    const now = clock().getTime();
    if (now - windowStart >= WINDOW_MS) {
      counts = new Map();
      windowStart = now;
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > max)
      throw new WaymarkError(
        'TOO_MANY_ATTEMPTS',
        `More than ${max} attempts within a minute from the same address.`,
        'Wait a minute, then try again.',
      );
  };
}
