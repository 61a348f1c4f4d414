import { useEffect, useState } from 'react';
import type { RobustnessState } from '../../contracts/api.ts';
import { api } from '../session/api.ts';
import { failureOf, type ApiFailure } from '../session/api-error.ts';

export type KnownRobustness =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: ApiFailure }
  | RobustnessState;

/** How long to wait before asking how far the computation is. */
const ASK_AGAIN_MS = 400;

/** What is known of how firm the segments are, and a way to have it computed. Follows a running computation. */
export function useRobustness(studyId: string): readonly [KnownRobustness, () => void] {
  const [known, setKnown] = useState<KnownRobustness>({ state: 'loading' });
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (ask: typeof api.robustness): Promise<void> => {
      try {
        const next = await ask(studyId, abort.signal);
        if (abort.signal.aborted) return;
        setKnown(next);
        if (next.state === 'computing') timer = setTimeout(() => void look(api.robustness), ASK_AGAIN_MS);
      } catch (thrown) {
        if (!abort.signal.aborted) setKnown({ state: 'failed', failure: failureOf(thrown) });
      }
    };
    void look(asked > 0 ? api.startRobustness : api.robustness);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [studyId, asked]);

  return [
    known,
    () => {
      setAsked((times) => times + 1);
    },
  ];
}
