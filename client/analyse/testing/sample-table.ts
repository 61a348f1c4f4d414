import { ARCHETYPES, NOT_CLASSIFIED } from '../../../contracts/archetype.ts';
import type { Crosstab } from '../../../contracts/table.ts';
import { crosstab, type CrosstabOptions } from '../../../scoring/tabulate/crosstab.ts';
import { tabulate } from '../../../scoring/tabulate/tabulate.ts';

export interface SampleOptions {
  readonly weighted: boolean;
  /** Respondents per archetype (and "not classified") in the two branches. */
  readonly counts?: readonly (readonly [north: number, south: number])[];
  readonly options?: CrosstabOptions;
}

/** North is less mature than South; nobody is unclassified. */
const COUNTS = [
  [40, 10],
  [30, 20],
  [20, 30],
  [10, 40],
  [0, 0],
] as const;

/** Archetype by branch, made by the real engine. With weights, a respondent of the South counts three. */
export function sampleTable({ weighted, counts = COUNTS, options = {} }: SampleOptions): Crosstab {
  const rows: number[] = [];
  const columns: number[] = [];
  for (const [row, branches] of counts.entries())
    for (const [column, count] of branches.entries())
      for (let i = 0; i < count; i++) {
        rows.push(row);
        columns.push(column);
      }
  const categories = [...ARCHETYPES, NOT_CLASSIFIED].map((code) => ({ code, label: code }));
  return crosstab({
    statistics: tabulate({
      rows: Uint16Array.from(rows),
      columns: Uint16Array.from(columns),
      rowCount: categories.length,
      columnCount: 2,
      ...(weighted ? { weights: Float64Array.from(columns, (column) => (column === 1 ? 3 : 1)) } : {}),
    }),
    rows: { variable: 'archetype', label: 'Archetype', categories },
    columns: {
      variable: 'branch',
      label: 'Branch',
      categories: [
        { code: 'n', label: 'North' },
        { code: 's', label: 'South' },
      ],
    },
    weighted,
    excluded: [{ reason: 'Branch: not answered', count: 3 }],
    notes: ['Synthetic data'],
    options,
  });
}
