import type { Clock } from './clock.ts';

/**
 * Remembers what was loaded for a key, for a short while, so that a burst of requests asks once. A failed
 * load is not remembered.
 *
 * @param forMs how old an answer may be, in milliseconds
 */
export function rememberBriefly<T>(
  load: (key: string) => Promise<T>,
  forMs: number,
  clock: Clock,
): (key: string) => Promise<T> {
  const kept = new Map<string, { readonly loaded: Promise<T>; readonly until: number }>();
  return (key) => {
    const now = clock().getTime();
    const known = kept.get(key);
    if (known && known.until > now) return known.loaded;
    const loaded = load(key);
    kept.set(key, { loaded, until: now + forMs });
    loaded.catch(() => kept.delete(key));
    return loaded;
  };
}
