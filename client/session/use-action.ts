import { useCallback, useState } from 'react';
import { failureOf, type ApiFailure } from './api-error.ts';

/** A call that a person set off, and how it stands. */
export type Action =
  { readonly state: 'none' | 'running' } | { readonly state: 'failed'; readonly failure: ApiFailure };

/** Runs a call and keeps what went wrong with it. The returned promise says whether it went well. */
export function useAction(): readonly [Action, (work: () => Promise<void>) => Promise<boolean>] {
  const [action, setAction] = useState<Action>({ state: 'none' });
  const run = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    setAction({ state: 'running' });
    try {
      await work();
      setAction({ state: 'none' });
      return true;
    } catch (thrown) {
      setAction({ state: 'failed', failure: failureOf(thrown) });
      return false;
    }
  }, []);
  return [action, run];
}
