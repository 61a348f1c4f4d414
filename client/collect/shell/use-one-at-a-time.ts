import { useCallback, useRef } from 'react';

/** Runs work; while it runs, nothing else begins, so that a second tap is no second order. */
export function useOneAtATime(): (work: () => Promise<void>) => void {
  const isRunning = useRef(false);
  return useCallback((work) => {
    if (isRunning.current) return;
    isRunning.current = true;
    void work().finally(() => {
      isRunning.current = false;
    });
  }, []);
}
