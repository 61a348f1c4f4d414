import type { Crosstab } from '../../contracts/table.ts';
import type { Shown } from './view-state.ts';

type Cell = Crosstab['cells'][number];
type Base = Crosstab['base'];

export interface GridCell {
  readonly key: string;
  /** The number asked for: a proportion 0–1, a count, or a residual. Null where there is none. */
  readonly value: number | null;
  /** Respondents in the cell, unweighted; null where the cell is withheld. */
  readonly respondents: number | null;
  /** More or fewer than if rows and columns had nothing to do with each other; null within chance. */
  readonly mark: 'more' | 'fewer' | null;
}

export interface GridRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly GridCell[];
  /** The "all" column; null where the measure has none. */
  readonly all: number | null;
}

export interface Grid {
  readonly rows: readonly GridRow[];
  /** The "all" row; null where the measure has none. */
  readonly total: { readonly cells: readonly number[]; readonly all: number } | null;
}

/** |adjusted residual| above this lies outside what chance gives in 95 of 100 tables, cell by cell. */
const RESIDUAL_LIMIT = 1.96;

/** The numbers of the table in the order they are read, for one way to show it. */
export function tableGrid(table: Crosstab, shown: Shown, weighted: boolean): Grid {
  const size = (base: Base): number => (weighted ? base.weighted : base.unweighted);
  const share = (part: Base, whole: Base): number | null =>
    size(whole) > 0 ? size(part) / size(whole) : null;
  const width = table.columns.categories.length;

  const rows = table.rows.categories.map(({ code, label }, index) => {
    const base = table.rowBases[index] ?? table.base;
    const cells = table.cells.slice(index * width, (index + 1) * width);
    return {
      key: code,
      label,
      cells: cells.map((cell) => ({
        key: cell.column,
        value: valueOf(cell, shown, weighted),
        respondents: cell.unweightedCount,
        mark: markOf(cell.adjustedResidual),
      })),
      all: { column: share(base, table.base), row: share(base, base), count: size(base), residual: null }[
        shown
      ],
    };
  });
  return { rows, total: totalOf(table, shown, size, share) };
}

function totalOf(
  table: Crosstab,
  shown: Shown,
  size: (base: Base) => number,
  share: (part: Base, whole: Base) => number | null,
): Grid['total'] {
  if (shown === 'residual') return null;
  if (shown === 'count') return { cells: table.columnBases.map(size), all: size(table.base) };
  const part = (base: Base): number =>
    shown === 'row' ? (share(base, table.base) ?? 0) : size(base) > 0 ? 1 : 0;
  return { cells: table.columnBases.map(part), all: 1 };
}

function valueOf(cell: Cell, shown: Shown, weighted: boolean): number | null {
  switch (shown) {
    case 'column':
      return cell.columnProportion;
    case 'row':
      return cell.rowProportion;
    case 'count':
      return weighted ? cell.weightedCount : cell.unweightedCount;
    case 'residual':
      return cell.adjustedResidual;
  }
}

function markOf(residual: number | null): GridCell['mark'] {
  if (residual === null || Math.abs(residual) <= RESIDUAL_LIMIT) return null;
  return residual > 0 ? 'more' : 'fewer';
}
