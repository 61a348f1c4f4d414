import { rmSync } from 'node:fs';
import { open, realpath, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { WaymarkError } from '../../contracts/errors.ts';

const FLUSH_CHARACTERS = 256 * 1024;

/**
 * Writes a text file so that it is there whole or not at all: into a temporary file beside it, to
 * the disk (fsync), then renamed over `path`. An existing file stays as it was until then. Pipes and
 * devices (`/dev/stdout`) are written directly.
 *
 * Throws `DISK_FULL` or `FILE_UNWRITABLE`; the temporary file is removed, also when `lines` throws
 * or the process is told to stop.
 */
export async function writeAtomically(
  path: string,
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const before = await stat(path).catch(() => null);
  if (before?.isDirectory() === true) throw unwritable(path, 'EISDIR');
  if (before !== null && !before.isFile()) return writeAll(path, path, 'w', lines);

  const target = before === null ? resolve(path) : await realpath(path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
  const removeAndQuit = (): void => {
    rmSync(temporary, { force: true });
    process.exit(130);
  };
  process.once('SIGINT', removeAndQuit);
  process.once('SIGTERM', removeAndQuit);
  process.once('SIGHUP', removeAndQuit);
  try {
    await writeAll(path, temporary, 'wx', lines);
    await rename(temporary, target).catch((error: unknown) => {
      throw writeError(path, error);
    });
    await syncFolder(dirname(target));
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  } finally {
    process.off('SIGINT', removeAndQuit);
    process.off('SIGTERM', removeAndQuit);
    process.off('SIGHUP', removeAndQuit);
  }
}

async function writeAll(
  path: string,
  target: string,
  flags: 'w' | 'wx',
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const system = async <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw writeError(path, error);
    });
  const handle: FileHandle = await system(open(target, flags));
  try {
    let buffered = '';
    for await (const line of lines) {
      buffered += line;
      if (buffered.length < FLUSH_CHARACTERS) continue;
      await system(handle.writeFile(buffered));
      buffered = '';
    }
    await system(handle.writeFile(buffered));
    if (flags === 'wx') await system(handle.sync());
  } finally {
    await system(handle.close());
  }
}

/** So that the rename itself survives a power cut; not every file system can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EISDIR: 'this is a folder',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'the disk is read-only',
  ENAMETOOLONG: 'the name is too long',
};

function writeError(path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (!FULL.has(code)) return unwritable(path, code);
  return new WaymarkError(
    'DISK_FULL',
    `${path}: the disk is full. Nothing was written.`,
    'Free some space, or write to another disk.',
  );
}

const unwritable = (path: string, code: string): WaymarkError =>
  new WaymarkError(
    'FILE_UNWRITABLE',
    `${path}: cannot be written: ${REASONS[code] ?? code}. Nothing was written.`,
    'Name a file in a folder that exists and that you may write to.',
  );
