import type { Crosstab } from '../../contracts/table.ts';
import type { Shown } from './view-state.ts';

type Cell = Crosstab['cells'][number];
type Base = Crosstab['base'];

/** Why a cell shows nothing: its column is small, or it protects a small one. */
export type Withheld = 'smallBase' | 'protects';

export interface GridCell {
  readonly key: string;
  /** The number asked for: a proportion 0–1, or a count. Null where there is none. */
  readonly value: number | null;
  /** Of the column proportion, 0–1; null where it has none. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Respondents in the cell, unweighted; null where the cell is withheld. */
  readonly respondents: number | null;
  readonly withheld: Withheld | null;
  /** Labels and letters of the columns whose share is significantly lower. */
  readonly moreThan: readonly { readonly letter: string; readonly label: string }[];
  /** More or fewer than if rows and columns had nothing to do with each other; null within chance. */
  readonly mark: 'more' | 'fewer' | null;
}

export interface GridRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly GridCell[];
  /** The "all" column; null where it would give a withheld cell away. */
  readonly all: number | null;
}

export interface Grid {
  readonly rows: readonly GridRow[];
  /** The "all" row. */
  readonly total: { readonly cells: readonly number[]; readonly all: number };
  /** Per column: whether so few stand behind it that a percentage says little. */
  readonly isSmall: readonly boolean[];
}

/** |adjusted residual| above this lies outside what chance gives in 95 of 100 tables, cell by cell. */
const RESIDUAL_LIMIT = 1.96;
/** Under this (effective) base a percentage says little. Waymark's own limit. */
export const SMALL_BASE = 30;

/** The numbers of the table in the order they are read, for one way to show it. */
export function tableGrid(table: Crosstab, shown: Shown, weighted: boolean): Grid {
  const size = (base: Base): number => (weighted ? base.weighted : base.unweighted);
  const share = (part: Base, whole: Base): number | null =>
    size(whole) > 0 ? size(part) / size(whole) : null;
  const width = table.columns.categories.length;
  const columnOf = new Map(table.columns.categories.map(({ letter, label }) => [letter, label]));

  const rows = table.rows.categories.map(({ code, label }, index) => ({
    key: code,
    label,
    cells: table.cells.slice(index * width, (index + 1) * width).map((cell, column) => ({
      key: cell.column,
      value: valueOf(cell, shown, weighted),
      interval: cell.interval,
      respondents: cell.unweightedCount,
      withheld: withheldOf(cell, table, column),
      moreThan: (cell.higherThan ?? []).map((letter) => ({
        letter,
        label: columnOf.get(letter.toLowerCase()) ?? letter,
      })),
      mark: markOf(cell.adjustedResidual),
    })),
    all: allOf(table.rowBases[index], table.base, shown, size, share),
  }));
  const part = (base: Base): number =>
    shown === 'row' ? (share(base, table.base) ?? 0) : size(base) > 0 ? 1 : 0;
  return {
    rows,
    total:
      shown === 'count'
        ? { cells: table.columnBases.map(size), all: size(table.base) }
        : { cells: table.columnBases.map(part), all: 1 },
    isSmall: table.columnBases.map(isSmallBase),
  };
}

/** With equal weights, or none, the effective base is the number of respondents. */
export const isSmallBase = ({ effective }: Base): boolean => effective < SMALL_BASE;

function allOf(
  base: Base | undefined,
  whole: Base,
  shown: Shown,
  size: (base: Base) => number,
  share: (part: Base, whole: Base) => number | null,
): number | null {
  if (base === undefined) return null;
  if (shown === 'count') return size(base);
  return share(base, shown === 'row' ? base : whole);
}

function valueOf(cell: Cell, shown: Shown, weighted: boolean): number | null {
  switch (shown) {
    case 'column':
    case 'uncertain':
    case 'standout':
      return cell.columnProportion;
    case 'row':
      return cell.rowProportion;
    case 'count':
      return weighted ? cell.weightedCount : cell.unweightedCount;
  }
}

function withheldOf(cell: Cell, { suppression, columnBases }: Crosstab, column: number): Withheld | null {
  if (suppression === undefined || cell.unweightedCount !== null) return null;
  const base = columnBases[column]?.unweighted ?? 0;
  return base < suppression.minimumBase ? 'smallBase' : 'protects';
}

function markOf(residual: number | null): GridCell['mark'] {
  if (residual === null || Math.abs(residual) <= RESIDUAL_LIMIT) return null;
  return residual > 0 ? 'more' : 'fewer';
}
