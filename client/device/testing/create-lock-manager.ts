/** Web Locks for tests outside of a browser: exclusive locks, given up when the signal says so. */
export function createLockManager(): LockManager {
  const held = new Map<string, Promise<unknown>>();

  async function request<T>(
    name: string,
    optionsOrCallback: LockOptions | LockGrantedCallback<T>,
    given?: LockGrantedCallback<T>,
  ): Promise<T> {
    const [options, callback] =
      typeof optionsOrCallback === 'function' ? [{}, optionsOrCallback] : [optionsOrCallback, given];
    if (callback === undefined) throw new TypeError('A lock needs a callback.');
    const { signal } = options;
    const givenUp = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
    givenUp.catch(() => undefined);
    while (held.has(name)) await Promise.race([held.get(name), givenUp]);
    const done = Promise.resolve(callback({ name, mode: 'exclusive' }));
    held.set(name, done);
    try {
      return await done;
    } finally {
      held.delete(name);
    }
  }

  return {
    request,
    query: async () => ({
      held: [...held.keys()].map((name) => ({ name, mode: 'exclusive' as const })),
      pending: [],
    }),
  };
}
