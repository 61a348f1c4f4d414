import { readFile } from 'node:fs/promises';
import { WaymarkError } from '../../contracts/errors.ts';
import { erasureStatementSchema, type ErasureStatement } from '../../contracts/personal.ts';

/**
 * Reads statements of erasures: the list that a data folder keeps (`erasures.jsonl`, one a line), or the file of
 * a single one.
 *
 * @throws WaymarkError FILE_UNREADABLE
 */
export async function readErasures(path: string): Promise<ErasureStatement[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw unreadable(path, `it cannot be read (${reason})`);
  });
  const single = parse(text);
  if (single) return [single];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw unreadable(path, 'it is empty');
  return lines.map((line, index) => {
    const statement = parse(line);
    if (!statement) throw unreadable(path, `line ${index + 1} is no statement of an erasure`);
    return statement;
  });
}

function parse(text: string): ErasureStatement | null {
  try {
    return erasureStatementSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const unreadable = (path: string, what: string): WaymarkError =>
  new WaymarkError(
    'FILE_UNREADABLE',
    `${path}: ${what}.`,
    'Name erasures.jsonl of a data folder, or a statement saved when someone was erased.',
  );
