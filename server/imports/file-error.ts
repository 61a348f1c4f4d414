import { WaymarkError } from '../../contracts/errors.ts';

const REASONS: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ENOENT: ['there is no such file', 'Check the path and its spelling.'],
  EISDIR: ['this is a folder, not a file', 'Name a file inside it.'],
  EACCES: ['this account may not read it', 'Ask for read permission, or copy the file to a folder of yours.'],
  EPERM: ['this account may not read it', 'Ask for read permission, or copy the file to a folder of yours.'],
  EIO: ['the disk reports a read error', 'Copy the file again from its source; the disk may be failing.'],
};

/** Turns the system's error about reading `path` into one a person can act on. */
export function fileError(path: string, error: unknown): WaymarkError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const [what, hint] = REASONS[code] ?? [`it cannot be read (${code})`, 'Check the file and try again.'];
  return new WaymarkError('FILE_UNREADABLE', `${path}: ${what}.`, hint);
}
