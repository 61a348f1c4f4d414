import { WaymarkError } from '../../contracts/errors.ts';
import { caseIdSchema, contactSchema, type Contact } from '../../contracts/case.ts';
import { didYouMean } from './nearest-names.ts';
import { readCsv, type CsvBatch, type CsvRow } from './read-csv.ts';

/** One line of a respondent list. What has no column in the file is absent, and stays as it is on the server. */
export interface CaseLine {
  /** Line of the file; the header is line 1. */
  readonly line: number;
  readonly id: string;
  readonly branch: string;
  readonly contact?: Contact;
  /** Name of the tablet; '' where the cell is blank: to any. */
  readonly assigned?: string;
}

const CONTACT_COLUMNS = ['name', 'phone', 'address', 'notes'] as const;
const COLUMNS = ['id', 'branch', ...CONTACT_COLUMNS, 'assigned'] as const;
const COLUMNS_TEXT = `The columns are: ${COLUMNS.join(', ')}. Only id and branch must be there.`;

/**
 * Reads a respondent list: a CSV file with the columns id and branch, and any of name, phone, address, notes
 * and assigned (name of a tablet).
 *
 * @param path of the file, or its name where the text is given
 * @throws WaymarkError with file and line: MISSING_COLUMN, UNKNOWN_COLUMN, MISSING_ID, DUPLICATE_ID,
 *   INVALID_REQUEST for a cell that is too long, and what `readCsv` throws. No message quotes a name,
 *   number or address.
 */
export async function readCasesFile(path: string, text?: string): Promise<CaseLine[]> {
  const lines: CaseLine[] = [];
  const seen = new Map<string, number>();
  const pieces = text === undefined ? undefined : [text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')];
  for await (const { header, rows } of readCsv(path, pieces)) {
    if (lines.length === 0) checkColumns(path, header);
    for (const row of rows) {
      const line = readLine(path, header, row);
      const earlier = seen.get(line.id);
      if (earlier !== undefined)
        throw new WaymarkError(
          'DUPLICATE_ID',
          `${path}, line ${line.line}: the id "${line.id}" stands on line ${earlier} already.`,
          'Each person stands in the list once. Delete one of the lines, or give her an id of her own.',
        );
      seen.set(line.id, line.line);
      lines.push(line);
    }
  }
  return lines;
}

function checkColumns(path: string, header: CsvBatch['header']): void {
  for (const needed of ['id', 'branch'])
    if (!header.includes(needed))
      throw new WaymarkError(
        'MISSING_COLUMN',
        `${path}, line 1: there is no column "${needed}".`,
        didYouMean(needed, header, COLUMNS_TEXT),
      );
  const unknown = header.find((name) => !COLUMNS.some((column) => column === name));
  if (unknown !== undefined)
    throw new WaymarkError(
      'UNKNOWN_COLUMN',
      `${path}, line 1: the column "${unknown}" is not one of a respondent list.`,
      didYouMean(unknown, COLUMNS, COLUMNS_TEXT),
    );
}

function readLine(path: string, header: readonly string[], { line, cells }: CsvRow): CaseLine {
  const cell = (column: string): string | undefined => {
    const at = header.indexOf(column);
    return at < 0 ? undefined : (cells[at] ?? '').trim();
  };
  const id = caseIdSchema.safeParse(cell('id'));
  if (!id.success)
    throw new WaymarkError(
      'MISSING_ID',
      `${path}, line ${line}: expected an id of 1 to 64 characters.`,
      'Use the number that the institution knows the client by.',
    );
  const given = CONTACT_COLUMNS.flatMap((column) => {
    const value = cell(column);
    return value === undefined ? [] : [[column, value] as const];
  });
  const contact = contactSchema.safeParse(Object.fromEntries(given.filter(([, value]) => value !== '')));
  if (!contact.success)
    throw new WaymarkError(
      'INVALID_REQUEST',
      `${path}, line ${line}: the cell "${String(contact.error.issues[0]?.path[0])}" is too long.`,
      'Name: up to 200 characters, phone 60, address 400, notes 1000.',
    );
  const assigned = cell('assigned');
  return {
    ...{ line, id: id.data, branch: cell('branch') ?? '' },
    ...(given.length === 0 ? {} : { contact: contact.data }),
    ...(assigned === undefined ? {} : { assigned }),
  };
}
