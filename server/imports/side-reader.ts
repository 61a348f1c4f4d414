import type { Codebook } from '../../contracts/codebook.ts';
import { growingColumn } from '../../scoring/growing-column.ts';
import { NESTED, nestSides, type ExplainedSide } from '../../scoring/tabulate/table-side.ts';
import { createAxisReader } from './axis-reader.ts';
import { createAnswersReader } from './answers-reader.ts';
import type { CsvRow } from './read-csv.ts';
import type { AnswerSource } from './answer-source.ts';

export interface SideReader {
  read(row: CsvRow): void;
  finish(): ExplainedSide;
}

/**
 * Reads one side of a table: a variable with one answer (as `createAxisReader`), one with several (codes
 * joined by a space), or variables nested in each other, `region>branch`, whose categories are the
 * combinations that occur.
 *
 * @param several names of columns with several answers that the codebook does not know of
 */
export function createSideReader(
  codebook: Codebook | null,
  path: string,
  header: readonly string[],
  name: string,
  several: readonly string[] = [],
): SideReader {
  if (header.includes(name) || !name.includes(NESTED)) {
    const isMultiple = codebook?.variables.some((one) => one.name === name && one.type === 'multiple');
    const source =
      isMultiple === true || several.includes(name)
        ? createAnswersReader(codebook, path, header, name)
        : oneAnswer(codebook, path, header, name);
    return withReasons(source);
  }
  return withReasons(
    nested(name.split(NESTED).map((part) => oneAnswer(codebook, path, header, part.trim()))),
  );
}

function oneAnswer(
  codebook: Codebook | null,
  path: string,
  header: readonly string[],
  name: string,
): AnswerSource {
  const reader = createAxisReader(codebook, path, header, name);
  return {
    read: (row) => {
      const code = reader.read(row);
      reader.add(code);
      return code === '' ? reader.reasonFor(row) : null;
    },
    finish: () => ({ ...reader.finish(), patterns: null }),
  };
}

function withReasons(source: AnswerSource): SideReader {
  const reasonOf = growingColumn((length) => new Int8Array(length));
  const reasons: string[] = [];
  return {
    read: (row) => {
      const reason = source.read(row);
      if (reason !== null && !reasons.includes(reason)) reasons.push(reason);
      reasonOf.push(reason === null ? -1 : reasons.indexOf(reason));
    },
    finish: () => ({ ...source.finish(), reasonOf: reasonOf.values(), reasons }),
  };
}

/** Categories are the combinations that occur, in the order of the variables. */
function nested(parts: readonly AnswerSource[]): AnswerSource {
  return {
    read: (row) => {
      const reasons = parts.map((part) => part.read(row));
      return reasons.find((reason) => reason !== null) ?? null;
    },
    finish: () => parts.map((part) => part.finish()).reduce(nestSides),
  };
}
