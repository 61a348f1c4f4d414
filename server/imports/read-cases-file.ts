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
  /** Number of the wave; absent where the cell is blank too. */
  readonly wave?: number;
}

export interface CaseFile {
  readonly lines: readonly CaseLine[];
  /** Columns of a downloaded list that say what came of each entry, and are not read. */
  readonly leftAside: readonly string[];
}

const CONTACT_COLUMNS = ['name', 'phone', 'address', 'notes'] as const;
const KNOWN = ['id', 'branch', ...CONTACT_COLUMNS, 'assigned', 'wave'] as const;
const ASIDE = ['outcome', 'attempts', 'callBackAt', 'done', 'closed', 'note'] as const;

/**
 * Reads a respondent list: a CSV file with the columns id and branch, and any of name, phone, address, notes,
 * assigned (name of a tablet) and wave (its number). What `casesCsv` writes can be read again.
 *
 * @param path of the file, or its name where the text is given
 * @throws WaymarkError with file and line: MISSING_ID, DUPLICATE_ID, INVALID_REQUEST for a cell that is too
 *   long, and what `readKnownColumns` throws. No message quotes a name, number or address.
 */
export async function readCasesFile(path: string, text?: string): Promise<CaseFile> {
  const lines: CaseLine[] = [];
  const seen = new Map<string, number>();
  let leftAside: readonly string[] = [];
  const columns = { known: KNOWN, needed: ['id', 'branch'] as const, aside: ASIDE };
  for await (const row of readKnownColumns(path, columns, text)) {
    leftAside = row.leftAside;
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
  return { lines, leftAside };
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
  const wave = cell('wave') ?? '';
  if (!/^\d{0,3}$/.test(wave))
    throw new WaymarkError(
      'INVALID_REQUEST',
      `${path}, line ${line}: expected the number of a wave, or a blank cell, under "wave".`,
      'Write 1 for the first wave; waves are made under Studies.',
    );
  return {
    ...{ line, id: id.data, branch: cell('branch') ?? '' },
    ...(given.length === 0 ? {} : { contact: contact.data }),
    blank: given.flatMap(([column, value]) => (value === '' ? [column] : [])),
    ...(assigned === undefined ? {} : { assigned }),
    ...(wave === '' ? {} : { wave: Number(wave) }),
  };
}
