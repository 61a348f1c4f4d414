/** Work that is under way, so that an end can wait for it. */
export interface Pending {
  /** Does the work and counts it as under way until it is done or has failed. */
  readonly track: <A extends readonly unknown[], R>(
    work: (...args: A) => Promise<R>,
  ) => (...args: A) => Promise<R>;
  /** Resolves once nothing is under way. Never rejects. */
  readonly idle: () => Promise<void>;
}

export function trackPending(): Pending {
  const running = new Set<Promise<unknown>>();
  return {
    track:
      (work) =>
      (...args) => {
        const promise = work(...args);
        running.add(promise);
        const forget = (): void => void running.delete(promise);
        promise.then(forget, forget);
        return promise;
      },
    idle: async () => {
      while (running.size > 0) await Promise.allSettled([...running]);
    },
  };
}
