/** How much of the device's storage this app uses, and how much it may use; bytes, null where unknown. */
export interface StorageUse {
  readonly used: number | null;
  readonly quota: number | null;
}

/** What the browser says of storage; both null where it will not say. */
export async function readStorage(): Promise<StorageUse> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return { used: usage ?? null, quota: quota ?? null };
  } catch {
    return { used: null, quota: null };
  }
}
