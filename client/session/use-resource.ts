import { useCallback, useEffect, useState } from 'react';
import { failureOf, type ApiFailure } from './api-error.ts';

/** Something fetched. `reloading` keeps the last value on screen while a newer one is on its way. */
export type Resource<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: ApiFailure }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'reloading'; readonly value: T };

/**
 * Loads when `load` changes (keep it with useCallback); a late answer to an old question is dropped.
 * Returns the resource and a way to ask again.
 */
export function useResource<T>(
  load: (signal: AbortSignal) => Promise<T>,
): readonly [Resource<T>, () => void] {
  const [resource, setResource] = useState<Resource<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    setResource((last) =>
      'value' in last ? { state: 'reloading', value: last.value } : { state: 'loading' },
    );
    load(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setResource({ state: 'ready', value });
      },
      (thrown: unknown) => {
        if (abort.signal.aborted) return;
        setResource({ state: 'failed', failure: failureOf(thrown) });
      },
    );
    return () => {
      abort.abort();
    };
  }, [load, attempt]);

  return [resource, useCallback(() => setAttempt((n) => n + 1), [])];
}
