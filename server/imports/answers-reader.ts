import type { Codebook } from '../../contracts/codebook.ts';
import { localize } from '../../contracts/language.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { compareCodes, createColumnEncoder } from '../../scoring/tabulate/encode.ts';
import { MISSING_WORDS, unknownCode } from './axis-reader.ts';
import { compileDecoder, NotUnderstood } from './decode-cell.ts';
import { findColumn } from './find-column.ts';
import type { CsvRow } from './read-csv.ts';
import type { AnswerSource } from './answer-source.ts';

/** Between the codes of a combination while it is counted; never in a code, which holds no space. */
const BETWEEN = ' ';

/** More answers than a table shows; a text column is no question with several answers. */
const MOST_ANSWERS = 500;

/**
 * Reads a question with several answers: codes joined by a space, or the columns that the codebook
 * names. Each combination that occurs is one pattern. Who gave no answer but a missing code, or none at
 * all, is left out. Throws `UNKNOWN_COLUMN`, `UNKNOWN_CODE`, and `NOT_COMPUTABLE` for a column of words.
 */
export function createAnswersReader(
  codebook: Codebook | null,
  path: string,
  header: readonly string[],
  name: string,
): AnswerSource {
  const variable = codebook?.variables.find((one) => one.name === name && one.type === 'multiple');
  const label = variable === undefined ? name : localize(variable.label, 'en');
  const columns = (variable?.source?.columns ?? [name]).map((column) => findColumn(path, header, column));
  const decode = variable === undefined ? null : compileDecoder(variable, columns);
  const codesOf = ({ cells, line }: CsvRow): readonly string[] => {
    if (variable === undefined || decode === null)
      return columns
        .flatMap((column) => (cells[column] as string).split(BETWEEN))
        .filter((code) => code !== '');
    const decoded = decode(cells);
    if (decoded instanceof NotUnderstood) throw unknownCode(variable, path, header, line, decoded);
    return Array.isArray(decoded) ? decoded : [];
  };
  const missing = variable?.missing ?? {};
  const known = variable?.values.filter(({ code }) => !(code in missing));
  const found = new Set<string>(known?.map(({ code }) => code));
  const encoder = createColumnEncoder();
  return {
    read: (row) => {
      const codes = codesOf(row);
      const answers = codes.filter((code) => !(code in missing));
      for (const code of answers) found.add(code);
      if (found.size > MOST_ANSWERS) throw tooMany(name);
      encoder.add([...new Set(answers)].toSorted(compareCodes).join(BETWEEN));
      if (answers.length > 0) return null;
      const [why] = codes;
      return `${label}: ${why === undefined ? 'blank' : MISSING_WORDS[missing[why] ?? 'other']}`;
    },
    finish: () => {
      const { indices, categories: combinations } = encoder.finish();
      const categories =
        known?.map((value) => ({ code: value.code, label: localize(value.label, 'en') })) ??
        [...found].toSorted(compareCodes).map((code) => ({ code, label: code }));
      const places = new Map(categories.map(({ code }, place) => [code, place]));
      return {
        indices,
        axis: { variable: name, label, categories, multiple: true },
        patterns: combinations.map((codes) => codes.split(BETWEEN).flatMap((code) => places.get(code) ?? [])),
      };
    },
  };
}

const tooMany = (name: string): WaymarkError =>
  new WaymarkError(
    'NOT_COMPUTABLE',
    `"${name}" has more than ${MOST_ANSWERS} different answers, so it is no question with several answers.`,
    'Expected codes joined by a space.',
  );
