/** What a cell of the table shows. */
export const SHOWN = ['column', 'row', 'count', 'residual'] as const;
export type Shown = (typeof SHOWN)[number];

/** What the page shows; all of it is in the address, so that a link gives the same view. */
export interface View {
  /** Null until one is chosen: the first study. */
  readonly study: string | null;
  readonly rows: string;
  readonly columns: string;
  readonly weighted: boolean;
  readonly shown: Shown;
}

/** Segment by branch: the first table anyone sees. */
const FIRST: View = { study: null, rows: 'archetype', columns: 'branch', weighted: true, shown: 'column' };

/** The view of an address's query; whatever is missing or unknown falls back to the first view. */
export function readView(search: string): View {
  const query = new URLSearchParams(search);
  return {
    study: query.get('study'),
    rows: query.get('rows') ?? FIRST.rows,
    columns: query.get('columns') ?? FIRST.columns,
    weighted: query.get('weighted') !== '0',
    shown: SHOWN.find((name) => name === query.get('show')) ?? FIRST.shown,
  };
}

/** The query of a view: `readView(writeView(view))` is the view. */
export function writeView(view: View): string {
  return new URLSearchParams({
    ...(view.study === null ? {} : { study: view.study }),
    rows: view.rows,
    columns: view.columns,
    weighted: view.weighted ? '1' : '0',
    show: view.shown,
  }).toString();
}

/** Rows become columns; column percentages become row percentages, so that the same numbers stay in view. */
export function swapped(view: View): View {
  const turned: Partial<Record<Shown, Shown>> = { column: 'row', row: 'column' };
  return { ...view, rows: view.columns, columns: view.rows, shown: turned[view.shown] ?? view.shown };
}
