import { CORRECTIONS, type Correction } from '../../scoring/statistics/adjust-p-values.ts';

/** What a cell of the table shows: from what a meeting needs to what a report needs. */
export const SHOWN = ['column', 'uncertain', 'standout', 'row', 'count'] as const;
export type Shown = (typeof SHOWN)[number];

/** How a table is worked out, where it can be chosen. */
export interface TableMethod {
  /** Columns with fewer respondents are withheld; 0: none. */
  readonly minimumBase: number;
  /** Level of intervals, 0–1. */
  readonly confidence: number;
  readonly correction: Correction;
}

export const MINIMUM_BASES = [0, 5, 10, 20, 30, 50, 100] as const;
export const CONFIDENCES = [0.8, 0.9, 0.95, 0.99] as const;
export const USUAL_METHOD: TableMethod = { minimumBase: 0, confidence: 0.95, correction: 'bonferroni' };

/** What the page shows; all of it is in the address, so that a link gives the same view. */
export interface View {
  /** Null until one is chosen: the first study. */
  readonly study: string | null;
  readonly rows: string;
  readonly columns: string;
  readonly weighted: boolean;
  readonly shown: Shown;
  readonly method: TableMethod;
}

/** Segment by branch: the first table anyone sees. */
const FIRST: View = {
  study: null,
  rows: 'archetype',
  columns: 'branch',
  weighted: true,
  shown: 'column',
  method: USUAL_METHOD,
};

/** The view of an address's query; whatever is missing or unknown falls back to the first view. */
export function readView(search: string): View {
  const query = new URLSearchParams(search);
  return {
    study: query.get('study'),
    rows: query.get('rows') ?? FIRST.rows,
    columns: query.get('columns') ?? FIRST.columns,
    weighted: query.get('weighted') !== '0',
    shown: SHOWN.find((name) => name === query.get('show')) ?? FIRST.shown,
    method: {
      minimumBase: oneOf(MINIMUM_BASES, query.get('minimumBase')) ?? USUAL_METHOD.minimumBase,
      confidence: oneOf(CONFIDENCES, query.get('confidence')) ?? USUAL_METHOD.confidence,
      correction: oneOf(CORRECTIONS, query.get('correction')) ?? USUAL_METHOD.correction,
    },
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
    ...methodQuery(view.method),
  }).toString();
}

/** What differs from the usual method, as parameters: the same in the page's address and in the call. */
export const methodQuery = (method: TableMethod): Record<string, string> =>
  Object.fromEntries(
    (['minimumBase', 'confidence', 'correction'] as const)
      .filter((name) => method[name] !== USUAL_METHOD[name])
      .map((name) => [name, String(method[name])]),
  );

const oneOf = <T extends string | number>(known: readonly T[], text: string | null): T | undefined =>
  known.find((one) => String(one) === text);

/** Rows become columns; column percentages become row percentages, so that the same numbers stay in view. */
export function swapped(view: View): View {
  const turned: Partial<Record<Shown, Shown>> = { column: 'row', row: 'column' };
  return { ...view, rows: view.columns, columns: view.rows, shown: turned[view.shown] ?? view.shown };
}
