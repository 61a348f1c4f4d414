import type { Codebook } from '../../contracts/codebook.ts';
import { MISSING_CATEGORY } from '../../scoring/tabulate/count-cells.ts';
import { createColumnEncoder } from '../../scoring/tabulate/encode.ts';
import { growingColumn } from '../../scoring/growing-column.ts';
import { createAxisReader } from './axis-reader.ts';
import { createAnswersReader } from './answers-reader.ts';
import type { CsvRow } from './read-csv.ts';
import type { AnswerSource, SideColumn } from './side-column.ts';

export interface SideReader {
  read(row: CsvRow): void;
  finish(): SideColumn;
}

/** What stands between the variables of a nested side. */
export const NESTED = '>';

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
      if (reason === null) return reasonOf.push(-1);
      if (!reasons.includes(reason)) reasons.push(reason);
      reasonOf.push(reasons.indexOf(reason));
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
    finish: () => parts.map((part) => part.finish()).reduce(combine),
  };
}

type Finished = ReturnType<AnswerSource['finish']>;

function combine(outer: Finished, inner: Finished): Finished {
  const width = inner.axis.categories.length;
  const pair = (row: number): number => {
    const [first, second] = [outer.indices[row]!, inner.indices[row]!];
    return first === MISSING_CATEGORY || second === MISSING_CATEGORY ? -1 : first * width + second;
  };
  const found = new Set<number>();
  for (let row = 0; row < outer.indices.length; row += 1) found.add(pair(row));
  found.delete(-1);
  const pairs = [...found].sort((one, other) => one - other);
  const places = new Map(pairs.map((one, place) => [String(one), place]));
  const encoder = createColumnEncoder([...places.keys()]);
  for (let row = 0; row < outer.indices.length; row += 1) encoder.add(String(pair(row)));
  const categories = pairs.map((one) => {
    const [first, second] = [
      outer.axis.categories[Math.floor(one / width)]!,
      inner.axis.categories[one % width]!,
    ];
    return { code: `${first.code} > ${second.code}`, label: `${first.label} > ${second.label}` };
  });
  return {
    indices: encoder.finish().indices,
    axis: {
      variable: `${outer.axis.variable}${NESTED}${inner.axis.variable}`,
      label: `${outer.axis.label} > ${inner.axis.label}`,
      categories,
    },
    patterns: null,
  };
}
