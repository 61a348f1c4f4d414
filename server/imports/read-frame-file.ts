import { WaymarkError } from '../../contracts/errors.ts';
import { readKnownColumns } from './read-known-columns.ts';

/** A branch of the institution with its number of clients. */
export interface FrameLine {
  readonly code: string;
  readonly name: string;
  readonly clients: number | null;
  /** What each interview there counts; 1 where the file does not say. */
  readonly weight: number;
}

const KNOWN = ['branch', 'name', 'clients', 'weight'] as const;

/**
 * Reads the frame of a study: one branch a line, with the columns branch, name, clients and weight; only branch must
 * be there.
 *
 * @throws WaymarkError with file and line: MISSING_ID, DUPLICATE_ID, BAD_NUMBER, BAD_WEIGHT, and what
 *   `readKnownColumns` throws
 */
export async function readFrameFile(path: string): Promise<FrameLine[]> {
  const lines: FrameLine[] = [];
  for await (const { line, cell } of readKnownColumns(path, { known: KNOWN, needed: ['branch'] })) {
    const code = cell('branch') ?? '';
    const where = `${path}, line ${line}`;
    if (code === '' || code.length > 64)
      throw new WaymarkError('MISSING_ID', `${where}: expected a branch code of 1 to 64 characters.`);
    if (lines.some((one) => one.code === code))
      throw new WaymarkError('DUPLICATE_ID', `${where}: the branch "${code}" stands there twice.`);
    const clients = cell('clients') ?? '';
    if (!/^\d{0,9}$/.test(clients))
      throw new WaymarkError(
        'BAD_NUMBER',
        `${where}: expected a whole number of clients, found "${clients}".`,
      );
    const weight = Number(cell('weight') || '1');
    if (!(weight > 0 && weight < 1e9))
      throw new WaymarkError(
        'BAD_WEIGHT',
        `${where}: expected a weight above 0, found "${cell('weight') ?? ''}".`,
      );
    lines.push({
      ...{ code, weight, name: cell('name') || code },
      clients: clients === '' ? null : Number(clients),
    });
  }
  return lines;
}
