import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { localize } from '../../contracts/language.ts';
import type { Banners, Crosstab } from '../../contracts/table.ts';
import type { SurveyDesign } from '../../scoring/design/survey-design.ts';
import { columnMeans } from '../../scoring/tabulate/column-means.ts';
import { countTable } from '../../scoring/tabulate/counted-table.ts';
import { crosstab, type CrosstabOptions } from '../../scoring/tabulate/crosstab.ts';
import { refuseLeakyBanner } from '../../scoring/tabulate/refuse-leaky-banner.ts';
import {
  countLeftOut,
  orderSide,
  patternsOf,
  type ExplainedSide,
} from '../../scoring/tabulate/table-side.ts';
import { refuseTooLarge } from '../../scoring/tabulate/table-size.ts';
import { readColumns, type ColumnsRequest, type FileColumns } from './read-columns.ts';
import { readHeader } from './read-header.ts';

type Excluded = readonly Crosstab['excluded'][number][];

export interface TabulateCsvRequest {
  readonly path: string;
  /** A variable, or variables nested in each other: `region>branch`. */
  readonly rows: string;
  /** As `rows`; several, with commas between, make a banner: one table each. */
  readonly columns: string;
  /** Gives labels, the order of the categories, and which codes are missing. */
  readonly codebook: Codebook | null;
  /** What the design needs of the file (see `ColumnsRequest`); absent: everyone counts 1. */
  readonly needs?: Pick<ColumnsRequest, 'weight' | 'keys' | 'numeric'>;
  /** Makes the design of what was read, and says whom it leaves out. */
  readonly design: (columns: FileColumns) => {
    readonly design: SurveyDesign;
    readonly excluded: Excluded;
  };
  /** Columns whose cells hold several codes with spaces between, besides those the codebook knows. */
  readonly several?: readonly string[];
  /** Order of the categories of the rows; makes them ordered. */
  readonly order?: readonly string[];
  /** Numeric variables whose means and medians are shown in every column. */
  readonly means?: readonly string[];
  readonly options?: CrosstabOptions;
}

/**
 * Cross-tabulates columns of any CSV file. Memory: some 12 bytes a row. Who is left out (nothing on
 * either variable, or no weight) is counted with the reason, once.
 *
 * Throws what `readColumns` and `createDesign` throw, `NOT_COMPUTABLE` for a table too large, and `INVALID_REQUEST` for a banner that gives withheld cells away.
 */
export async function tabulateCsv(request: TabulateCsvRequest): Promise<Crosstab | Banners> {
  const { path, codebook, needs = {}, several, means = [] } = request;
  const banner = await variablesOf(path, request.columns);
  const columns = await readColumns({
    path,
    codebook,
    sides: [...new Set([request.rows, ...banner])],
    ...(several !== undefined && { several }),
    ...needs,
    numeric: [...new Set([...(needs.numeric ?? []), ...means])],
  });
  const { design, excluded } = request.design(columns);
  const side = columns.side(request.rows);
  const rows = request.order === undefined ? side : orderSide(side, request.order);
  const tables = banner.map((name) => tableOf(request, columns, design, rows, columns.side(name), excluded));
  refuseLeakyBanner(tables);
  const [only] = tables;
  return only !== undefined && request.columns === banner[0] ? only : { banners: tables };
}

/** Names with commas between, unless a column of the file has that very name. */
async function variablesOf(path: string, names: string): Promise<readonly string[]> {
  if (!names.includes(',') || (await readHeader(path)).includes(names)) return [names];
  const parts = names.split(',').map((name) => name.trim());
  if (parts.every((name) => name !== '') && new Set(parts).size === parts.length) return parts;
  throw new WaymarkError(
    'INVALID_REQUEST',
    `Expected names of columns with commas between; found "${names}".`,
    'Name each variable of the banner once, such as --columns branch,sex.',
  );
}

function tableOf(
  request: TabulateCsvRequest,
  columns: FileColumns,
  design: SurveyDesign,
  rows: ExplainedSide,
  side: ExplainedSide,
  withoutWeight: Excluded,
): Crosstab {
  const { codebook, options = {}, means = [] } = request;
  const size = (one: ExplainedSide) => ({
    variable: one.axis.variable,
    categories: one.axis.categories.length,
    patterns: patternsOf(one).length,
  });
  refuseTooLarge(size(rows), size(side));
  const counted = countTable({
    design,
    rows: rows.indices,
    columns: side.indices,
    rowCount: size(rows).patterns,
    columnCount: size(side).patterns,
  });
  const table = crosstab({
    ...counted,
    rows: rows.axis,
    columns: side.axis,
    rowPatterns: patternsOf(rows),
    columnPatterns: patternsOf(side),
    excluded: countLeftOut(rows, side, design.weights, withoutWeight[0]?.reason ?? 'no weight'),
    notes: codebook?.attribution === undefined ? [] : [codebook.attribution],
    options,
  });
  if (means.length === 0) return table;
  return {
    ...table,
    means: means.map((name) =>
      columnMeans({
        design,
        variable: name,
        label: labelOf(codebook, name),
        values: columns.numeric(name),
        columns: side.indices,
        patterns: patternsOf(side),
        codes: side.axis.categories.map(({ code }) => code),
        options,
      }),
    ),
  };
}

function labelOf(codebook: Codebook | null, name: string): string {
  const label = codebook?.variables.find((one) => one.name === name)?.label;
  return label === undefined ? name : localize(label, 'en');
}
