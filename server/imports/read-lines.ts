import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileError } from './file-error.ts';

/**
 * The lines of a text file, one at a time. Bytes that are not UTF-8 become replacement characters: whoever
 * reads the lines checks them.
 *
 * @throws WaymarkError FILE_UNREADABLE
 */
export async function* readLines(path: string): AsyncGenerator<string, void, void> {
  const stream = createReadStream(path, 'utf8');
  try {
    yield* createInterface({ input: stream, crlfDelay: Infinity });
  } catch (error) {
    throw fileError(path, error);
  } finally {
    stream.destroy();
  }
}
