import { WaymarkError } from '../../contracts/errors.ts';
import { caseIdSchema, contactSchema, type Contact } from '../../contracts/case.ts';
import { readKnownColumns, type KnownRow } from './read-known-columns.ts';

/** One line of a respondent list. What has no column in the file is absent, and stays as it is on the server. */
export interface CaseLine {
  /** Line of the file; the header is line 1. */
  readonly line: number;
  readonly id: string;
  readonly branch: string;
  readonly contact?: Contact;
  /** What has a column, whose cell is blank in this line. */
  readonly blank: readonly (keyof Contact)[];
  /** Name of the tablet; '' where the cell is blank: to any. */
  readonly assigned?: string;
}

const CONTACT_COLUMNS = ['name', 'phone', 'address', 'notes'] as const;
const KNOWN = ['id', 'branch', ...CONTACT_COLUMNS, 'assigned'] as const;

/**
 * Reads a respondent list: a CSV file with the columns id and branch, and any of name, phone, address, notes
 * and assigned (name of a tablet).
 *
 * @param path of the file, or its name where the text is given
 * @throws WaymarkError with file and line: MISSING_ID, DUPLICATE_ID, INVALID_REQUEST for a cell that is too
 *   long, and what `readKnownColumns` throws. No message quotes a name, number or address.
 */
export async function readCasesFile(path: string, text?: string): Promise<CaseLine[]> {
  const lines: CaseLine[] = [];
  const seen = new Map<string, number>();
  for await (const row of readKnownColumns(path, { known: KNOWN, needed: ['id', 'branch'] }, text)) {
    const line = readLine(path, row);
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
  return lines;
}

function readLine(path: string, { line, cell }: KnownRow<(typeof KNOWN)[number]>): CaseLine {
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
    blank: given.flatMap(([column, value]) => (value === '' ? [column] : [])),
    ...(assigned === undefined ? {} : { assigned }),
  };
}
