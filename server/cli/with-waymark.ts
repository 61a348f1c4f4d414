import type { Waymark } from '../compose.ts';
import { readConfig } from '../config.ts';

/** Where the data lies, in the words of `--help`. */
export const DATA_OPTION = [
  '--data <folder>',
  'folder of the database (default: WAYMARK_DATA, or ./data)',
] as const;

/** Opens the data folder, does the work, and closes it again whatever happens. */
export async function withWaymark<T>(
  dataDir: string | undefined,
  work: (waymark: Waymark) => Promise<T>,
): Promise<T> {
  const { createWaymark } = await import('../compose.ts');
  const waymark = await createWaymark({ dataDir: dataDir ?? readConfig().dataDir });
  try {
    return await work(waymark);
  } finally {
    await waymark.close();
  }
}
