import { WaymarkError } from '../../contracts/errors.ts';
import type { Clock } from '../use-cases/clock.ts';

const WINDOW_MS = 60_000;

/**
 * Counts attempts per key over fixed windows of a minute. Throws TOO_MANY_ATTEMPTS beyond `max`. All
 * counts go when a window ends, so memory is bounded by the attempts of one minute.
 *
 * @returns counts an attempt, and gives back how to take it from the count again: an attempt counts while
 *   it is under way, so that many at once do not slip through
 */
export function createRateLimit(max: number, clock: Clock): (key: string) => () => void {
  let counts = new Map<string, number>();
  let windowStart = 0;
  return (key) => {
    const now = clock().getTime();
    if (now - windowStart >= WINDOW_MS) {
      counts = new Map();
      windowStart = now;
    }
    const own = counts;
    const count = (own.get(key) ?? 0) + 1;
    if (count > max)
      throw new WaymarkError(
        'TOO_MANY_ATTEMPTS',
        `More than ${max} wrong attempts within a minute.`,
        'Wait a minute, then try again.',
      );
    own.set(key, count);
    return () => {
      own.set(key, (own.get(key) ?? 1) - 1);
    };
  };
}
