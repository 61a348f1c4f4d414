import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, link, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { WaymarkError } from '../../contracts/errors.ts';
import { databaseFiles, writeBackupFile, type Contents, type ExtraFile } from '../open-store.ts';
import { flushToDisk } from './flush-to-disk.ts';
import { sha256OfFile } from './sha256-of-file.ts';

export interface BackupReport extends Contents {
  /** Other files of the data folder that are in the backup. */
  readonly files: readonly string[];
  /** SHA-256 of the backup file. */
  readonly sha256: string;
}

/**
 * Writes a data folder that may be in use into one file: the database as it is at one moment, checked, and with
 * it whatever else lies in the folder (the institution's keys). The file is there whole or not at all, readable by
 * this account only, and never written over another.
 *
 * @throws WaymarkError FILE_UNREADABLE, FILE_UNWRITABLE, DATABASE_FOREIGN, DATABASE_UNREADABLE, DISK_FULL
 */
export async function backUp(dataDir: string, output: string): Promise<BackupReport> {
  const [database] = databaseFiles(dataDir);
  if (!existsSync(database))
    throw new WaymarkError(
      'FILE_UNREADABLE',
      `${dataDir}: there is no Waymark database in this folder.`,
      'Name the folder that waymark serve uses with --data.',
    );
  if (existsSync(output)) throw taken(output);
  if (!existsSync(dirname(output)))
    throw new WaymarkError(
      'FILE_UNWRITABLE',
      `${output}: its folder does not exist.`,
      'Make the folder first.',
    );
  const partial = join(dirname(output), `.${basename(output)}.${randomUUID()}.partial`);
  try {
    const extras = await otherFiles(dataDir);
    const contents = await writeBackupFile(database, partial, extras);
    await chmod(partial, 0o600);
    await flushToDisk(partial);
    const sha256 = await sha256OfFile(partial);
    // Fails where someone else has made the file meanwhile; a rename would replace it.
    await link(partial, output).catch((error: unknown) => {
      throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? taken(output) : error;
    });
    await flushToDisk(dirname(output));
    return { ...contents, files: extras.map(({ name }) => name), sha256 };
  } finally {
    await rm(partial, { force: true });
    await rm(`${partial}-journal`, { force: true });
  }
}

const taken = (output: string): WaymarkError =>
  new WaymarkError(
    'FILE_UNWRITABLE',
    `${output}: there is a file of this name; a backup never replaces one.`,
    'Put the date into the name.',
  );

async function otherFiles(dataDir: string): Promise<ExtraFile[]> {
  const ours = new Set<string>(databaseFiles(dataDir).map((path) => basename(path)));
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !/\.(partial|tmp)$/.test(entry.name))
    .map((entry) => relative(dataDir, join(entry.parentPath, entry.name)))
    .filter((name) => !ours.has(name))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      name: path.split(sep).join('/'),
      content: await readFile(join(dataDir, path)),
    })),
  );
}
