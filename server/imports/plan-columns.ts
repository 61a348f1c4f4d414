import type { Codebook, Variable } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { compileDecoder, type Decoder } from './decode-cell.ts';
import { itemsInUse } from './items-in-use.ts';
import { didYouMean, nearestNames } from './nearest-names.ts';

/** Where a file keeps what, worked out once from its header. */
export interface ColumnPlan {
  readonly id: number;
  readonly branch: number;
  /** Null: no weights, everyone counts 1. */
  readonly weight: number | null;
  readonly items: readonly { readonly variable: Variable; readonly decode: Decoder }[];
}

/**
 * Matches a header against a codebook. Personal columns are known but not read. Columns that
 * scoring does not need may be missing; so may the weight of a file with native codes.
 *
 * Throws `MISSING_COLUMN` and, where the codebook refuses other columns, `UNKNOWN_COLUMN`.
 */
export function planColumns(
  codebook: Codebook,
  path: string,
  header: readonly string[],
  ignoreUnknownColumns: boolean,
): ColumnPlan {
  const position = new Map(header.map((name, index) => [name, index]));
  const { id, branch, weight } = codebook.columns;
  if (codebook.otherColumns === 'refuse' && !ignoreUnknownColumns) {
    const known = [
      id,
      branch,
      ...(weight === undefined ? [] : [weight]),
      ...codebook.variables.flatMap(columnsOf),
    ];
    refuseUnknown(codebook, path, header, known);
  }
  const find = (column: string): number => {
    const at = position.get(column);
    if (at === undefined) throw missing(codebook, path, column, header);
    return at;
  };
  const isExternal = codebook.variables.some((variable) => variable.source !== undefined);
  const needed = itemsInUse(codebook);
  const items: { variable: Variable; decode: Decoder }[] = [];
  for (const variable of codebook.variables) {
    if (variable.personal === true) continue;
    const columns = columnsOf(variable);
    const isThere = columns.some((column) => position.has(column));
    if (!isThere && !needed.has(variable.name)) continue;
    items.push({ variable, decode: compileDecoder(variable, columns.map(find)) });
  }
  const hasWeight = weight !== undefined && (isExternal || position.has(weight));
  return { id: find(id), branch: find(branch), weight: hasWeight ? find(weight) : null, items };
}

const columnsOf = (variable: Variable): readonly string[] => variable.source?.columns ?? [variable.name];

function refuseUnknown(
  codebook: Codebook,
  path: string,
  header: readonly string[],
  known: readonly string[],
): void {
  const unknown = header.find((column) => !known.includes(column));
  if (unknown === undefined) return;
  const free = known.filter((column) => !header.includes(column));
  const mend = didYouMean(unknown, free, 'Correct its name or delete it.');
  throw new WaymarkError(
    'UNKNOWN_COLUMN',
    `${path}, line 1: the column "${unknown}" is not in the codebook ${codebook.name} ${codebook.version}.`,
    `${mend} To leave such columns out, pass --ignore-unknown-columns.`,
  );
}

function missing(codebook: Codebook, path: string, column: string, header: readonly string[]): WaymarkError {
  const [near] = nearestNames(column, header);
  return new WaymarkError(
    'MISSING_COLUMN',
    `${path}, line 1: expected a column "${column}", which the codebook ${codebook.name} ${codebook.version} needs.`,
    near === undefined
      ? 'Add the column; leave its cells blank where the question was skipped.'
      : `The file has "${near}". If that is the column, rename it; else add the column.`,
  );
}
