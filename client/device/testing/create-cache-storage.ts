/** Cache Storage in memory, as far as the tablet uses it; `isFull` makes it refuse to keep more. */
export function createCacheStorage() {
  const stores = new Map<string, Map<string, string>>();
  const state = { isFull: false };
  const address = (path: string): string => new URL(path, 'https://tablet.example').href;
  const open = (name: string) => {
    const entries = stores.get(name) ?? new Map<string, string>();
    stores.set(name, entries);
    return Promise.resolve({
      keys: () => Promise.resolve([...entries.keys()].map((url) => ({ url }))),
      match: (path: string) => {
        const text = entries.get(address(path));
        return Promise.resolve(text === undefined ? undefined : new Response(text));
      },
      put: async (path: string, response: Response) => {
        if (state.isFull) throw new DOMException('There is no room.', 'QuotaExceededError');
        entries.set(address(path), await response.text());
      },
      delete: (path: string) => Promise.resolve(entries.delete(address(path))),
    });
  };
  return {
    state,
    caches: { open } as unknown as CacheStorage,
    /** All that is kept, path by path. */
    contents: () => new Map([...stores.values()].flatMap((entries) => [...entries])),
  };
}
