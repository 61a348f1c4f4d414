import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { WaymarkError } from '../../contracts/errors.ts';
import { fileError } from './file-error.ts';

const CHUNK_BYTES = 256 * 1024;
const LINE_FEED = 0x0a;
const SAVE_AS_UTF8 =
  'Save the file as UTF-8 and try again (Excel: File > Save As > "CSV UTF-8"; LibreOffice: tick "Edit filter settings" and choose UTF-8).';

/**
 * Reads a text file piece by piece, as UTF-8 and nothing else. A byte-order mark is dropped and
 * every line end (CRLF, CR) becomes one line feed. Memory: one piece of 256 KiB, whatever the file's size.
 *
 * Throws `FILE_UNREADABLE` (missing, a folder, no permission) and `CSV_ENCODING` (UTF-16, bytes
 * that are not UTF-8, NUL bytes) with line and byte offset.
 */
export async function* readText(path: string): AsyncGenerator<string, void, void> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw fileError(path, error);
  });
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    const position = { offset: 0, line: 1 };
    /** Bytes of a character, and a carriage return, that the end of the last piece cut off. */
    let kept = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, kept, CHUNK_BYTES - kept).catch((error: unknown) => {
        throw fileError(path, error);
      });
      const filled = kept + bytesRead;
      if (filled === 0) return;
      const whole = bytesRead === 0 ? filled : filled - cutOff(buffer, filled);
      const bytes = buffer.subarray(0, whole);
      checkEncoding(path, bytes, position);
      const bom = position.offset === 0 && bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xefbbbf ? 3 : 0;
      const text = bytes.toString('utf8', bom);
      position.offset += whole;
      position.line += countLines(bytes);
      buffer.copyWithin(0, whole, filled);
      kept = filled - whole;
      if (text !== '') yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
      if (bytesRead === 0) return;
    }
  } finally {
    await handle.close();
  }
}

/** How many bytes at the end belong to a character, or a CRLF, that goes on in the next piece. */
function cutOff(buffer: Buffer, filled: number): number {
  if (buffer[filled - 1] === 0x0d) return 1;
  for (let back = 1; back <= Math.min(3, filled); back += 1) {
    const byte = buffer[filled - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = characterLength(byte);
      return length > back ? back : 0;
    }
  }
  return 0;
}

function checkEncoding(path: string, bytes: Buffer, at: { offset: number; line: number }): void {
  if (at.offset === 0 && bytes.length >= 2) {
    const mark = bytes.readUInt16BE(0);
    if (mark === 0xfffe || mark === 0xfeff)
      throw new WaymarkError(
        'CSV_ENCODING',
        `${path}: expected UTF-8 text, but the file starts with a UTF-16 byte-order mark.`,
        SAVE_AS_UTF8,
      );
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    throw notText(path, 'a NUL byte (0x00)', at.line + countLines(bytes.subarray(0, nul)), at.offset + nul);
  if (isUtf8(bytes)) return;
  const bad = firstInvalid(bytes);
  const hex = (bytes[bad] ?? 0).toString(16).padStart(2, '0');
  throw notText(
    path,
    `the byte 0x${hex}, which is not valid there`,
    at.line + countLines(bytes.subarray(0, bad)),
    at.offset + bad,
  );
}

const notText = (path: string, what: string, line: number, offset: number): WaymarkError =>
  new WaymarkError(
    'CSV_ENCODING',
    `${path}, line ${line}: expected UTF-8 text, found ${what} (byte ${offset + 1} of the file).`,
    SAVE_AS_UTF8,
  );

/** Index of the first character, in `bytes` known to be invalid, that is not UTF-8. */
function firstInvalid(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const end = at + characterLength(bytes[at] ?? 0);
    if (end > bytes.length || !isUtf8(bytes.subarray(at, end))) return at;
    at = end;
  }
  return at;
}

/** Bytes of the UTF-8 character that starts with `lead`. */
const characterLength = (lead: number): number =>
  lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}
