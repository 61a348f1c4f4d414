import { open } from 'node:fs/promises';

/** Flushes a file or folder to the disk, so that a power cut right after cannot take it. */
export async function flushToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
