/**
 * Asks the browser to keep this app's storage when the device runs full. True if it promised;
 * false if not, or if it does not know how to promise.
 */
export async function askPersistence(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
