import type { Crosstab } from '../../contracts/table.ts';
import { partsOf, type ChartPart } from './chart-model.ts';

export interface IntervalModel {
  readonly partsLabel: string;
  readonly barsLabel: string;
  /** A panel each. */
  readonly parts: readonly ChartPart[];
  /** A line in each panel. */
  readonly bars: readonly { readonly code: string; readonly label: string; readonly respondents: number }[];
  /** Every share that has one, and its interval where that could be computed; all 0–1. */
  readonly estimates: readonly {
    readonly part: string;
    readonly bar: string;
    readonly share01: number;
    readonly low01: number | null;
    readonly high01: number | null;
  }[];
  /** Share of everyone, per part, to compare with; null where it is withheld. */
  readonly all: readonly (number | null)[];
}

/** More than this is no picture any more; the table shows them. */
const MOST_PANELS = 8;
const MOST_LINES = 30;

/** Shares of each column with their intervals, a panel per row; null where there would be too many. */
export function intervalModel(table: Crosstab, weighted: boolean): IntervalModel | null {
  const { rows, columns, cells, rowBases, columnBases, base } = table;
  if (rows.categories.length > MOST_PANELS || columns.categories.length > MOST_LINES) return null;
  const size = (of: Crosstab['base']): number => (weighted ? of.weighted : of.unweighted);
  return {
    partsLabel: rows.label,
    barsLabel: columns.label,
    parts: partsOf(rows),
    bars: columns.categories.map(({ code, label }, index) => ({
      code,
      label,
      respondents: columnBases[index]?.unweighted ?? 0,
    })),
    estimates: cells.flatMap(({ row, column, columnProportion, interval }) =>
      columnProportion === null
        ? []
        : [
            {
              part: row,
              bar: column,
              share01: columnProportion,
              low01: interval?.[0] ?? null,
              high01: interval?.[1] ?? null,
            },
          ],
    ),
    all: rows.categories.map((_, index) => {
      const row = rowBases[index];
      return row !== undefined && size(base) > 0 ? size(row) / size(base) : null;
    }),
  };
}
