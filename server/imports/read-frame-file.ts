import { WaymarkError } from '../../contracts/errors.ts';
import { readKnownColumns } from './read-known-columns.ts';

/** A branch of the institution with its number of clients. */
export interface FrameLine {
  readonly code: string;
  readonly name: string;
  readonly clients: number | null;
  /** What each interview there counts; 1 where the file does not say. */
  readonly weight: number;
  /** Interviews wanted; null where the file does not say. */
  readonly target: number | null;
}

const KNOWN = ['branch', 'name', 'clients', 'weight', 'target'] as const;

/**
 * Reads the frame of a study: one branch a line, with the columns branch, name, clients, weight and target; only branch
 * must be there.
 *
 * @param path of the file, or its name where the text is given
 * @throws WaymarkError with file and line: MISSING_ID, DUPLICATE_ID, BAD_NUMBER, BAD_WEIGHT, and what
 *   `readKnownColumns` throws
 */
export async function readFrameFile(path: string, text?: string): Promise<FrameLine[]> {
  const lines: FrameLine[] = [];
  for await (const { line, cell } of readKnownColumns(path, { known: KNOWN, needed: ['branch'] }, text)) {
    const code = cell('branch') ?? '';
    const where = `${path}, line ${line}`;
    if (code === '' || code.length > 64)
      throw new WaymarkError('MISSING_ID', `${where}: expected a branch code of 1 to 64 characters.`);
    if (lines.some((one) => one.code === code))
      throw new WaymarkError('DUPLICATE_ID', `${where}: the branch "${code}" stands there twice.`);
    const weight = Number(cell('weight') || '1');
    if (!(weight > 0 && weight < 1e9))
      throw new WaymarkError(
        'BAD_WEIGHT',
        `${where}: expected a weight above 0, found "${cell('weight') ?? ''}".`,
      );
    const name = cell('name') || code;
    if (name.length > 120)
      throw new WaymarkError(
        'INVALID_REQUEST',
        `${where}: the name of the branch is longer than 120 characters.`,
        'Give it a short one.',
      );
    lines.push({
      ...{ code, weight, name },
      clients: wholeNumber(where, 'clients', cell('clients')),
      target: wholeNumber(where, 'interviews as a target', cell('target')),
    });
  }
  return lines;
}

/** Null where the cell is blank or not there. */
function wholeNumber(where: string, what: string, text = ''): number | null {
  if (!/^\d{0,9}$/.test(text))
    throw new WaymarkError(
      'BAD_NUMBER',
      `${where}: expected a whole number of ${what}, found "${text}".`,
      'Write digits only, without spaces, commas or points; leave it blank where it is not known.',
    );
  return text === '' ? null : Number(text);
}
