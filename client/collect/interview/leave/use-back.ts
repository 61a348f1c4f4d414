import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** Marks the entry of the browser's history that stands in for "the page before" while an interview is open. */
const GUARD = 'waymark-interview';

const isGuard = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && (state as { guard?: unknown }).guard === GUARD;

/**
 * Takes the Back of the browser, or of Android, for the interview: each one calls `onBack` and leaves
 * nothing. The function it gives goes to another screen of Waymark, which takes the interview's place in
 * the history, so that Back does not open it again.
 */
export function useBack(onBack: () => void): (path: string) => void {
  const [, navigate] = useLocation();
  const latest = useRef(onBack);
  const leavingTo = useRef<string | null>(null);
  useEffect(() => {
    latest.current = onBack;
  });

  useEffect(() => {
    const { pathname } = window.location;
    const guard = () => {
      if (!isGuard(history.state)) history.pushState({ guard: GUARD }, '');
    };
    const onPopState = () => {
      // Several steps at once: the person chose another screen from the history.
      if (window.location.pathname !== pathname) return;
      if (leavingTo.current !== null) {
        navigate(leavingTo.current, { replace: true });
        return;
      }
      guard();
      latest.current();
    };
    guard();
    window.addEventListener('popstate', onPopState);
    return () => {
      window.removeEventListener('popstate', onPopState);
    };
  }, [navigate]);

  return useCallback(
    (path: string) => {
      leavingTo.current = path;
      if (isGuard(history.state)) history.back();
      else navigate(path, { replace: true });
    },
    [navigate],
  );
}
