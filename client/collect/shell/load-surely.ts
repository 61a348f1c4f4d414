const AGAIN_AFTER_MS = 5_000;

/**
 * Loads a part of the app that nobody asks for twice. Where it does not come, because the network went meanwhile and
 * it is not kept on the tablet yet, it is asked for again until it is there.
 *
 * @returns null once it is not wanted any more
 */
export async function loadSurely<T>(load: () => Promise<T>, isWanted: () => boolean): Promise<T | null> {
  while (isWanted()) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    }
  }
  return null;
}
