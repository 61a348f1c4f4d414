import { WaymarkError } from '../../contracts/errors.ts';
import type { Waymark } from '../compose.ts';
import { readConfig } from '../config.ts';

/** Where the data lies, in the words of `--help`. */
export const DATA_OPTION = [
  '--data <folder>',
  'folder of the database (default: WAYMARK_DATA, or ./data)',
] as const;

/** As `withWaymark`, for commands that only look: a folder without a database is an error, not a new one. */
export async function withExistingWaymark<T>(
  dataDir: string | undefined,
  work: (waymark: Waymark) => Promise<T>,
): Promise<T> {
  const folder = dataDir ?? readConfig().dataDir;
  const [{ existsSync }, { databaseFiles }] = await Promise.all([
    import('node:fs'),
    import('../open-store.ts'),
  ]);
  if (!existsSync(databaseFiles(folder)[0]))
    throw new WaymarkError(
      'FILE_UNREADABLE',
      `${folder}: there is no Waymark database in this folder.`,
      'Name the folder that waymark serve uses with --data.',
    );
  return withWaymark(folder, work);
}

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
