import { WaymarkError } from '../../../contracts/errors.ts';

const UNREADABLE =
  /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|READONLY|PERM|IOERR_(READ|SHORT_READ|CORRUPTFS|ACCESS|AUTH))/;
const FULL = /^SQLITE_(FULL|IOERR_(WRITE|FSYNC|TRUNCATE))/;

/** SQLite's error as one that a person can mend, where it is one; else unchanged. */
export function translateError(error: unknown, where: string): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (FULL.test(code))
    return new WaymarkError(
      'DISK_FULL',
      `The database ${where} could not be written: no room on the disk (${code}).`,
      'Free space on that disk, then try again. Nothing was half-written; tablets keep their records until then.',
    );
  if (UNREADABLE.test(code))
    return new WaymarkError(
      'DATABASE_UNREADABLE',
      `The database ${where} could not be read: ${error instanceof Error ? error.message : code} (${code}).`,
      'Check that the file is a Waymark database and that this user may read and write it, or restore a backup.',
    );
  return error;
}
