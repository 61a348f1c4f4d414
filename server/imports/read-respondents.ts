import type { AnswerValue } from '../../contracts/answer.ts';
import type { Codebook, Variable } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { Respondent } from '../../contracts/respondent.ts';
import { NotUnderstood, codesOfFile } from './decode-cell.ts';
import { didYouMean } from './nearest-names.ts';
import { planColumns, type ColumnPlan } from './plan-columns.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { readWeight } from './read-weight.ts';

export interface ReadRespondentsOptions {
  /** Leave out columns that the codebook does not know, instead of refusing the file. */
  readonly ignoreUnknownColumns?: boolean;
}

/**
 * Streams the respondents of a CSV file, in its order, checked against the codebook. Personal
 * columns are dropped. Memory: one Map entry per id (to refuse duplicates), nothing else.
 *
 * Throws what `readCsv` throws, and with file, line, column, value and what was expected:
 * `MISSING_COLUMN`, `UNKNOWN_COLUMN`, `MISSING_ID`, `DUPLICATE_ID` (both lines), `BAD_WEIGHT`
 * (not a number above 0), `UNKNOWN_CODE` (also a number out of range, or an unknown branch).
 */
export async function* readRespondents(
  codebook: Codebook,
  path: string,
  options: ReadRespondentsOptions = {},
): AsyncGenerator<Respondent, void, void> {
  const lineOfId = new Map<string, number>();
  let read: ((row: CsvRow) => Respondent) | null = null;
  for await (const { header, rows } of readCsv(path)) {
    read ??= compileRow(
      codebook,
      path,
      header,
      planColumns(codebook, path, header, options.ignoreUnknownColumns === true),
    );
    for (const row of rows) {
      const respondent = read(row);
      const earlier = lineOfId.get(respondent.id);
      if (earlier !== undefined) throw duplicate(path, row.line, respondent.id, earlier);
      lineOfId.set(respondent.id, row.line);
      yield respondent;
    }
  }
}

function compileRow(
  codebook: Codebook,
  path: string,
  header: readonly string[],
  plan: ColumnPlan,
): (row: CsvRow) => Respondent {
  const branches = codebook.branches && new Map(codebook.branches.map(({ code }) => [code, code]));
  const seenBranches = branches ?? new Map<string, string>();
  const place = (row: CsvRow, column: number): string =>
    `${path}, line ${row.line}, column "${header[column] ?? ''}"`;

  const branchOf = (row: CsvRow): string => {
    const cell = row.cells[plan.branch] as string;
    const known = seenBranches.get(cell);
    if (known !== undefined) return known;
    if (branches === undefined) {
      const code = ownCopy(cell.trim());
      seenBranches.set(cell, code);
      return code;
    }
    const codes = codebook.branches?.map(({ code }) => code) ?? [];
    throw unknownCode(place(row, plan.branch), cell, `one of ${list(codes)}`, codes);
  };
  const weightOf = (row: CsvRow): number => {
    if (plan.weight === null) return 1;
    const cell = row.cells[plan.weight] as string;
    const weight = readWeight(cell);
    if (weight > 0) return weight;
    throw badWeight(place(row, plan.weight), cell);
  };

  return (row) => {
    const id = ownCopy((row.cells[plan.id] as string).trim());
    if (id === '')
      throw new WaymarkError(
        'MISSING_ID',
        `${place(row, plan.id)}: expected an id, but the cell is blank.`,
        'Give every respondent an id of her own.',
      );
    const answers: Record<string, AnswerValue> = {};
    for (const { variable, decode } of plan.items) {
      const decoded = decode(row.cells);
      if (decoded === undefined) continue;
      if (decoded instanceof NotUnderstood)
        throw unknownCode(
          place(row, decoded.column),
          decoded.value,
          expected(variable),
          codesOfFile(variable),
        );
      answers[variable.name] = decoded;
    }
    return { id, branch: branchOf(row), weight: weightOf(row), answers };
  };
}

/** Cells are slices of the text they were read from; a cell that is kept must not keep that text alive. */
const ownCopy = (cell: string): string => (cell.length < 13 ? cell : ` ${cell}`.slice(1));

const list = (codes: readonly string[]): string =>
  codes.length <= 12 ? codes.join(', ') : `${codes.slice(0, 12).join(', ')} … (${codes.length} in all)`;

function expected(variable: Variable): string {
  const codes = codesOfFile(variable);
  if (variable.type !== 'number') return `one of ${list(codes)}, or a blank cell`;
  const { minimum = '−∞', maximum = '∞' } = variable;
  return `a number from ${minimum} to ${maximum}${codes.length > 0 ? `, one of ${list(codes)}` : ''}, or a blank cell`;
}

const unknownCode = (where: string, value: string, wanted: string, codes: readonly string[]): WaymarkError =>
  new WaymarkError(
    'UNKNOWN_CODE',
    `${where}: expected ${wanted}; found "${value.slice(0, 80)}".`,
    didYouMean(value, codes, 'Correct the cell, or add the code to the codebook.'),
  );

const badWeight = (where: string, value: string): WaymarkError =>
  new WaymarkError(
    'BAD_WEIGHT',
    `${where}: expected a weight, a number above 0 and up to a billion; found "${value.slice(0, 80)}".`,
    /^\s*\d+,\d+\s*$/.test(value)
      ? 'Write decimals with a point, not a comma.'
      : 'Give the respondent a weight, or leave her out of the file.',
  );

const duplicate = (path: string, line: number, id: string, earlier: number): WaymarkError =>
  new WaymarkError(
    'DUPLICATE_ID',
    `${path}, line ${line}: the id "${id}" stands already on line ${earlier}.`,
    'Each respondent may stand in the file once. Delete one of the two, or correct the id.',
  );
