const DAY_MS = 86_400_000;

/** Sets a timer; gives back how to end it. */
export type SetTimer = (work: () => void, ms: number) => () => void;

const realTimer: SetTimer = (work, ms) => {
  const timer = setTimeout(work, ms).unref();
  return () => {
    clearTimeout(timer);
  };
};

export interface Daily {
  /** No more runs; resolves when one that is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Does the work now and then once a day. One that fails is told and tried again the next day.
 *
 * @param onError is told what went wrong
 */
export function runDaily(
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
  setTimer: SetTimer = realTimer,
): Daily {
  let isStopped = false;
  let clear: () => void = () => undefined;
  let running: Promise<void> = Promise.resolve();
  const run = (): void => {
    running = work().then(
      () => undefined,
      (error: unknown) => {
        onError(error);
      },
    );
    void running.then(() => {
      if (!isStopped) clear = setTimer(run, DAY_MS);
    });
  };
  run();
  return {
    async stop() {
      isStopped = true;
      clear();
      await running;
    },
  };
}
