import type { Crosstab } from '../../contracts/table.ts';
import type { CategorySums } from './category-sums.ts';
import { PRIMARY, SECONDARY, suppress } from './suppress.ts';

/** What a table withholds: which cells, and whether the sums of rows too. */
export interface Withheld {
  /** Per cell: why it is withheld, or null. */
  readonly reasons: readonly (string | null)[];
  readonly withoutRowSums: boolean;
  /** What is said of it under the table; null where nothing is withheld by anyone's wish. */
  readonly summary: NonNullable<Crosstab['suppression']> | null;
}

const RULE =
  'Cells of columns under the minimum base are withheld, and others, so that no withheld count can be worked out: what is shown leaves each cell of a small column open by at least the minimum base, or half of what the sums alone leave open, and the others as much as the cell they protect.';
const RULE_OVERLAP = `${RULE} The columns overlap; this holds as if they did not, as where they hardly do.`;

export interface WithholdInput {
  readonly n: CategorySums;
  /** 0: nothing is withheld. */
  readonly minimumBase: number;
  /** Respondents may be in several rows, or in several columns. */
  readonly rowsOverlap: boolean;
  readonly columnsOverlap: boolean;
}

/**
 * Decides which cells are withheld. Rows that overlap are tables of their own, of those in the row and
 * those not. Columns that overlap are protected as if they did not: where only a few people are in two of
 * them, the base of a row less what is shown would tell a withheld cell to within those few.
 */
export function withholdCells(input: WithholdInput): Withheld {
  const { n, minimumBase, rowsOverlap, columnsOverlap } = input;
  const columnCount = n.columns.length;
  const rowCount = n.rows.length;
  if (minimumBase <= 0)
    return { reasons: Array<null>(n.cells.length).fill(null), withoutRowSums: false, summary: null };
  let kinds = new Uint8Array(n.cells.length);
  let withoutRowSums = false;
  if (rowsOverlap) {
    for (let row = 0; row < rowCount; row += 1) {
      if (n.rows[row] === 0) continue;
      const own = n.cells.subarray(row * columnCount, (row + 1) * columnCount);
      const others = n.columns.map((base, column) => base - own[column]!);
      const found = suppress(
        { rowCount: 2, columnCount, counts: Float64Array.of(...own, ...others) },
        minimumBase,
      );
      withoutRowSums ||= found.withoutRowSums;
      for (let column = 0; column < columnCount; column += 1)
        kinds[row * columnCount + column] = Math.max(
          found.cells[column]!,
          found.cells[columnCount + column]!,
        );
    }
  } else {
    const found = suppress({ rowCount, columnCount, counts: n.cells }, minimumBase);
    kinds = Uint8Array.from(found.cells);
    withoutRowSums = found.withoutRowSums;
  }
  if (columnsOverlap && n.total < minimumBase) withoutRowSums = true;
  const count = (kind: number) => kinds.reduce((sum, one) => sum + Number(one === kind), 0);
  return {
    reasons: Array.from(kinds, (kind) => REASONS[kind]?.(minimumBase) ?? null),
    withoutRowSums,
    summary: {
      minimumBase,
      primary: count(PRIMARY),
      secondary: count(SECONDARY),
      rule: columnsOverlap ? RULE_OVERLAP : RULE,
    },
  };
}

const REASONS: Readonly<Record<number, (minimumBase: number) => string>> = {
  [PRIMARY]: (minimumBase) => `Withheld: the base of the column is below ${minimumBase}.`,
  [SECONDARY]: () => 'Withheld, so that cells of small columns cannot be worked out.',
};
