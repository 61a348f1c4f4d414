/** What the page reports of itself, in milliseconds. */
export interface TabletTimes {
  /** From the start of the navigation to the frame that asks for the PIN. */
  shellMs: number | null;
  /** From the tap on "Unlock" to the frame that shows the start button. */
  unlockMs: number | null;
  /** From the tap on "Begin" to the frame that shows the first question. */
  openMs: number | null;
  /** From the tap on "Continue" of a draft to the frame that shows the questions where it stopped. */
  reopenMs: number | null;
  /** From each tap on an answer to the next frame (Event Timing). */
  tapsMs: number[];
  /** From each tap on "Next" to the frame with the next page. */
  turnsMs: number[];
}

/**
 * Runs inside the page before anything else: notes when things are on screen. Handed to the browser
 * as source, so it may use nothing from outside itself.
 */
export function installProbe(): void {
  const times: TabletTimes = {
    ...{ shellMs: null, unlockMs: null, openMs: null, reopenMs: null },
    ...{ tapsMs: [], turnsMs: [] },
  };
  Object.assign(window, { waymarkTimes: times });
  let opening: { readonly as: 'openMs' | 'reopenMs'; readonly at: number } | null = null;
  let unlocking: number | null = null;
  let turning: { readonly from: string; readonly at: number } | null = null;

  const afterFrame = (report: (now: number) => void) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        report(performance.now());
      };
      channel.port2.postMessage(null);
    });
  };
  const heading = () => document.querySelector('h1')?.textContent ?? '';

  new MutationObserver(() => {
    if (times.shellMs === null && document.querySelector('[name=pin]') !== null) {
      times.shellMs = NaN;
      afterFrame((now) => {
        times.shellMs = now;
      });
    }
    if (unlocking !== null && document.querySelector('.button-hero') !== null) {
      const since = unlocking;
      unlocking = null;
      afterFrame((now) => {
        times.unlockMs = now - since;
      });
    }
    if (opening !== null && document.querySelector('fieldset[data-question]') !== null) {
      const { as, at } = opening;
      opening = null;
      afterFrame((now) => {
        times[as] = now - at;
      });
    }
    if (turning !== null && heading() !== turning.from) {
      const { at } = turning;
      turning = null;
      afterFrame((now) => {
        times.turnsMs.push(now - at);
      });
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });

  document.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof Element)) return;
      if (event.target.closest('a[href^="/collect/interview/"]') !== null)
        opening = { as: 'reopenMs', at: event.timeStamp };
      if (event.target.closest('[type=submit]') === null) return;
      if (document.querySelector('[name=pin]') !== null) unlocking = event.timeStamp;
      else if (location.pathname === '/collect/start') opening = { as: 'openMs', at: event.timeStamp };
      else turning = { from: heading(), at: event.timeStamp };
    },
    { capture: true },
  );

  const slowest = new Map<number, number>();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      const target = entry.target;
      const isAnswer = target instanceof Element && target.closest('.choice') !== null;
      if (!isAnswer || entry.interactionId === 0 || !location.pathname.includes('/interview/')) continue;
      slowest.set(entry.interactionId, Math.max(slowest.get(entry.interactionId) ?? 0, entry.duration));
    }
    times.tapsMs = [...slowest.values()];
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}
