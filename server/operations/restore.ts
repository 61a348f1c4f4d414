import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, resolve } from 'node:path';
import type { ErasureStatement } from '../../contracts/personal.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import {
  checkBackupFile,
  databaseFiles,
  openStore,
  unpackBackupFile,
  type Contents,
  type ExtraFile,
} from '../open-store.ts';
import type { BackupReport } from './back-up.ts';
import { reapplyErasures } from '../use-cases/personal/reapply-erasures.ts';
import { keepErasureList } from './keep-erasure-list.ts';
import { flushToDisk } from './flush-to-disk.ts';
import { sha256OfFile } from './sha256-of-file.ts';

export interface RestoreReport extends BackupReport {
  /** Erasures that the backup did not know of, made again. */
  readonly erasedAgain: number;
}

/**
 * Makes a data folder from a backup, without those who were erased since it was written. All is made and checked in a folder beside it, which then takes its
 * name: the folder is there whole or not at all. One that holds anything is refused, and with it the folder
 * of a running server.
 *
 * @param erasures oldest first; those that the backup knows of already are passed over
 * @throws WaymarkError FILE_UNREADABLE, FILE_UNWRITABLE, DATABASE_FOREIGN, DATABASE_NEWER, DATABASE_UNREADABLE, DISK_FULL
 */
export async function restore(
  backup: string,
  folder: string,
  erasures: readonly ErasureStatement[] = [],
): Promise<RestoreReport> {
  if (!(await stat(backup).catch(() => null))?.isFile())
    throw new WaymarkError(
      'FILE_UNREADABLE',
      `${backup}: there is no such file.`,
      'Name a file that waymark backup wrote.',
    );
  const target = resolve(folder);
  await requireEmpty(target, folder);
  const contents = checkBackupFile(backup);
  const sha256 = await sha256OfFile(backup);
  const staging = `${target}.restoring-${randomUUID()}`;
  try {
    const files = await fillStaging(backup, staging, sha256, contents);
    const erasedAgain = await eraseAgain(staging, erasures);
    if (existsSync(target)) await rmdir(target);
    await rename(staging, target);
    await flushToDisk(dirname(target));
    return { ...contents, files, sha256, erasedAgain };
  } catch (error) {
    throw error instanceof WaymarkError ? error : unwritable(folder, error);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function fillStaging(
  backup: string,
  staging: string,
  sha256: string,
  contents: Contents,
): Promise<string[]> {
  await mkdir(staging, { recursive: true, mode: 0o700 });
  const [database] = databaseFiles(staging);
  await copyFile(backup, database);
  if ((await sha256OfFile(database)) !== sha256)
    throw new WaymarkError(
      'DATABASE_UNREADABLE',
      `${backup} was copied to other bytes.`,
      'Check the disk, then try again.',
    );
  const extras = unpackBackupFile(database, contents);
  await chmod(database, 0o600);
  for (const extra of extras) await writeExtra(staging, extra);
  await flushToDisk(database);
  await flushToDisk(staging);
  return extras.map(({ name }) => name);
}

async function eraseAgain(staging: string, erasures: readonly ErasureStatement[]): Promise<number> {
  if (erasures.length === 0) return 0;
  const { store } = await openStore(staging);
  try {
    const count = await reapplyErasures(store, () => new Date(), erasures);
    await keepErasureList(staging, await store.erasures.list());
    return count;
  } finally {
    await store.close();
  }
}

async function writeExtra(staging: string, { name, content }: ExtraFile): Promise<void> {
  const path = join(staging, normalize(name));
  if (!path.startsWith(`${staging}/`))
    throw new WaymarkError(
      'DATABASE_UNREADABLE',
      `The backup holds a file "${name}" outside of the folder.`,
      'Use another backup.',
    );
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, content, { mode: 0o600, flush: true });
}

async function requireEmpty(target: string, folder: string): Promise<void> {
  const found = await stat(target).catch(() => null);
  if (found === null) return;
  const inside = found.isDirectory() ? await readdir(target) : ['a file'];
  if (inside.length === 0) return;
  throw new WaymarkError(
    'FILE_UNWRITABLE',
    `${folder} is not empty (${inside.slice(0, 3).join(', ')}): a restore never replaces anything.`,
    'Stop the server that uses it and move the folder away, or name a new one with --to.',
  );
}

function unwritable(folder: string, error: unknown): WaymarkError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const isFull = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
  return new WaymarkError(
    isFull ? 'DISK_FULL' : 'FILE_UNWRITABLE',
    `${folder} could not be made (${code}). Nothing was left behind.`,
    isFull ? 'Free space on that disk, then try again.' : 'Choose a folder that this account may write to.',
  );
}
