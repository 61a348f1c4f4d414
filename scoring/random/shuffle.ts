import type { Random } from './create-random.ts';

/** Puts values in a random order, in place, each order as likely as any other (Fisher and Yates). */
export function shuffle(values: unknown[], random: Random): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const place = Math.floor(random.next() * (last + 1));
    [values[last], values[place]] = [values[place], values[last]];
  }
}
