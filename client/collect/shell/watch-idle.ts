const LOOK_EVERY_MS = 5_000;

/**
 * Calls `onIdle` once nobody has touched or typed for as long as `limitMs` says, also where the tablet
 * slept meanwhile. Returns how to stop.
 */
export function watchIdle(limitMs: () => number, onIdle: () => void): () => void {
  let lastMs = Date.now();
  const touched = () => {
    lastMs = Date.now();
  };
  const look = () => {
    // A clock that was set back counts as idle: better to ask for the PIN once more.
    const idleMs = Date.now() - lastMs;
    if (idleMs >= limitMs() || idleMs < 0) onIdle();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  const events = ['pointerdown', 'keydown'] as const;
  for (const event of events) document.addEventListener(event, touched, { capture: true, passive: true });
  // Before the first touch after a sleep counts as one.
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    for (const event of events) document.removeEventListener(event, touched, { capture: true });
    document.removeEventListener('visibilitychange', look);
  };
}
