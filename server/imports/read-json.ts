import { readFile } from 'node:fs/promises';
import { WaymarkError, type ErrorCode } from '../../contracts/errors.ts';
import { fileError } from './file-error.ts';

/** Parses a JSON file. Throws `FILE_UNREADABLE`, or `code` with the place where it stops being JSON. */
export async function readJson(path: string, code: ErrorCode): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileError(path, error);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new WaymarkError(
      code,
      `${path}: expected JSON, but ${error instanceof Error ? error.message : 'it cannot be read'}.`,
      'Look for a missing comma, quote or bracket at that place.',
    );
  }
}
