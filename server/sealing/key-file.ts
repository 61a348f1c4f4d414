import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { WaymarkError } from '../../contracts/errors.ts';
import { SEALING_ALGORITHM } from '../../contracts/sealing-format.ts';
import { sealingKeySchema } from '../../contracts/sealing.ts';

const keyFileSchema = z.object({
  current: z.string(),
  keys: z.array(z.object({ ...sealingKeySchema.shape, d: z.string().min(1), createdAt: z.string() })),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

/** Changes whenever the file was replaced; null where there is none. */
export function versionOfKeyFile(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.ino} ${stats.mtimeMs} ${stats.size}`;
}

/**
 * Reads the institution's keys.
 *
 * @throws WaymarkError FILE_UNREADABLE; a key file that cannot be read is never replaced
 */
export function readKeyFile(path: string): KeyFile {
  try {
    const file = keyFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    if (file.keys.some(({ kid }) => kid === file.current)) return file;
  } catch {
    // Told below, for every reason alike: what is in it must not get into a log.
  }
  throw new WaymarkError(
    'FILE_UNREADABLE',
    `${path}: the keys that open finished interviews cannot be read.`,
    'Put the file back from a backup. Do not delete it: without it, interviews on tablets cannot be opened.',
  );
}

/** A new key file: the keys of `before`, and a fresh current one. */
export async function withNewKey(before: KeyFile | null, createdAt: string): Promise<KeyFile> {
  const { privateKey } = await generateKeyPair(SEALING_ALGORITHM, { crv: 'P-256', extractable: true });
  const { x = '', y = '', d = '' } = await exportJWK(privateKey);
  const kid = randomUUID().slice(0, 8);
  const key = { kty: 'EC', crv: 'P-256', x, y, kid, d, createdAt } as const;
  return { current: kid, keys: [...(before?.keys ?? []), key] };
}

/**
 * Writes the keys so that they are there whole or not at all, readable by this account only.
 *
 * @param replace false: only where there is no file yet
 * @returns false where there was one
 */
export function writeKeyFile(path: string, file: KeyFile, replace: boolean): boolean {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.partial`;
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(file, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    if (replace) renameSync(temporary, path);
    else linkSync(temporary, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}
