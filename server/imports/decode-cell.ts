import { UNANSWERED, type AnswerValue } from '../../contracts/answer.ts';
import type { Variable } from '../../contracts/codebook.ts';

/** The answer that stands in a row, absent (`undefined`), or the text that could not be understood. */
export type Decoded = AnswerValue | undefined | NotUnderstood;

export class NotUnderstood {
  constructor(
    /** Position in the row. */
    readonly column: number,
    readonly value: string,
  ) {}
}

export type Decoder = (cells: readonly string[]) => Decoded;

/**
 * Compiles how one variable is read from a row: native files hold our own codes, external ones the
 * codes of the codebook's `source`. A blank cell and `unanswered` are absent answers. Call once per
 * file: this is what runs for every cell.
 *
 * @param columns positions of the variable's columns in the row
 */
export function compileDecoder(variable: Variable, columns: readonly number[]): Decoder {
  if (variable.source?.anyOf !== undefined) return decodeAnyOf(variable, columns);
  const one = decodeOne(variable);
  if (variable.type === 'multiple') return decodeMultiple(one, columns);
  const [first = 0] = columns;
  if (columns.length === 1) return (cells) => one(cells[first] as string, first);
  return (cells) => {
    for (const column of columns) {
      const decoded = one(cells[column] as string, column);
      if (decoded !== undefined) return decoded;
    }
    return undefined;
  };
}

/** Codes of the file that a variable's cell may hold, for messages. */
export function codesOfFile(variable: Variable): readonly string[] {
  const own = [...variable.values.map((value) => value.code), ...Object.keys(variable.missing)];
  const recode = variable.source?.recode;
  if (recode === undefined) return own;
  return variable.source?.keepCodes === true ? [...Object.keys(recode), ...own] : Object.keys(recode);
}

/** A blank cell of the file may itself be recoded, so it is looked up before it counts as absent. */
function decodeOne(variable: Variable): (cell: string, column: number) => Decoded {
  const { source, type } = variable;
  const table = new Map<string, string | undefined>([['', undefined]]);
  if (source === undefined) table.set(UNANSWERED, undefined);
  if (source?.recode === undefined || source.keepCodes === true)
    for (const code of codesOfFile(variable)) table.set(code, code);
  for (const [from, to] of Object.entries(source?.recode ?? {})) table.set(from, to);
  const minimum = variable.minimum ?? -Infinity;
  const maximum = variable.maximum ?? Infinity;
  return (cell, column) => {
    const found = table.get(cell);
    if (found !== undefined || table.has(cell)) return found;
    const trimmed = cell.trim();
    if (trimmed !== cell && table.has(trimmed)) return table.get(trimmed);
    if (type === 'text') return cell;
    if (type === 'number') {
      const value = Number(trimmed);
      if (Number.isFinite(value) && value >= minimum && value <= maximum) return value;
    }
    return new NotUnderstood(column, cell);
  };
}

/** One column of codes joined by spaces (native), or one column per mention (external). */
function decodeMultiple(one: (cell: string, column: number) => Decoded, columns: readonly number[]): Decoder {
  return (cells) => {
    const codes: string[] = [];
    for (const column of columns) {
      for (const part of (cells[column] as string).split(' ')) {
        const decoded = one(part, column);
        if (decoded instanceof NotUnderstood) return decoded;
        if (typeof decoded === 'string' && !codes.includes(decoded)) codes.push(decoded);
      }
    }
    return codes.length === 0 ? undefined : codes;
  };
}

/** Several columns folded into one code. Only where every column is blank is the answer absent. */
function decodeAnyOf(variable: Variable, columns: readonly number[]): Decoder {
  const { anyOf, recode = {} } = variable.source ?? {};
  if (anyOf === undefined) return () => undefined;
  const hits = new Set(anyOf.codes);
  const other = new Map(Object.entries(recode));
  return (cells) => {
    let result: string | undefined;
    for (const column of columns) {
      const cell = (cells[column] as string).trim();
      if (hits.has(cell)) return anyOf.then;
      if (cell !== '') result ??= other.get(cell) ?? anyOf.otherwise;
    }
    return result;
  };
}
