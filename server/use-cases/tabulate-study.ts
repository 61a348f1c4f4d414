import type { BranchScope } from '../../contracts/roles.ts';
import { DID_NOT_AGREE, type Crosstab } from '../../contracts/table.ts';
import { crosstab } from '../../scoring/tabulate/crosstab.ts';
import { MISSING_CATEGORY, tabulate } from '../../scoring/tabulate/tabulate.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';
import { rowsInScope } from './rows-in-scope.ts';
import { sumInScope } from './count-by-branch.ts';
import { DONT_KNOW_ENTRY, OTHER_MISSING, REFUSED_ENTRY, SKIPPED, UNANSWERED_ENTRY } from './study-data.ts';
import { studyNotes } from './study-notes.ts';
import { tableAxis, type TableAxis } from './table-axis.ts';

export interface TabulateRequest {
  readonly studyId: string;
  readonly rows: string;
  readonly columns: string;
  readonly weighted: boolean;
  /** Branches the reader may see; only their respondents are counted. */
  readonly scope: BranchScope;
  /** Language of the labels; English where a text lacks it. */
  readonly language?: string;
}

const REASONS: readonly (readonly [entry: number, reason: string])[] = [
  [SKIPPED, 'does not apply to them'],
  [UNANSWERED_ENTRY, 'not answered'],
  [DONT_KNOW_ENTRY, "don't know"],
  [REFUSED_ENTRY, 'refused'],
  [OTHER_MISSING, 'no usable answer'],
];

/**
 * Cross-tabulates two variables of a study over up-to-date segments. Who is left out is counted with
 * the reason, once: who did not agree to the interview, then by the row variable, then by the column variable.
 *
 * @throws WaymarkError NOT_FOUND, UNKNOWN_COLUMN
 */
export async function tabulateStudy(context: Context, request: TabulateRequest): Promise<Crosstab> {
  const study = await findStudy(context.store, request.studyId);
  const data = await context.data.upToDate(study.id);
  const language = request.language ?? 'en';
  const places = rowsInScope(data.segmentation.branches, request.scope);
  const rows = within(tableAxis(study, data, request.rows, request.scope, language), places);
  const columns = within(tableAxis(study, data, request.columns, request.scope, language), places);
  const statistics = tabulate({
    rows: withoutReasons(rows.entries),
    columns: withoutReasons(columns.entries),
    rowCount: rows.axis.categories.length,
    columnCount: columns.axis.categories.length,
    ...(request.weighted
      ? { weights: Float64Array.from(places, (place) => data.segmentation.weights[place] ?? Number.NaN) }
      : {}),
  });
  return crosstab({
    statistics,
    rows: rows.axis,
    columns: columns.axis,
    weighted: request.weighted,
    excluded: [...countDeclined(sumInScope(data.declined, request.scope)), ...countExcluded(rows, columns)],
    notes: studyNotes(study, data),
  });
}

const within = ({ axis, entries }: TableAxis, places: Uint32Array): TableAxis => ({
  axis,
  entries: Uint16Array.from(places, (place) => entries[place] ?? OTHER_MISSING),
});

const withoutReasons = (entries: Uint16Array): Uint16Array =>
  entries.map((entry) => (entry >= OTHER_MISSING ? MISSING_CATEGORY : entry));

const countDeclined = (count: number): Crosstab['excluded'] =>
  count > 0 ? [{ reason: DID_NOT_AGREE, count }] : [];

function countExcluded(rows: TableAxis, columns: TableAxis): Crosstab['excluded'] {
  const counts = new Map<string, number>();
  for (const [index, row] of rows.entries.entries()) {
    const column = columns.entries[index] ?? OTHER_MISSING;
    if (row < OTHER_MISSING && column < OTHER_MISSING) continue;
    const [axis, entry] = row >= OTHER_MISSING ? [rows.axis, row] : [columns.axis, column];
    const why = REASONS.find(([code]) => code === entry)?.[1] ?? 'no usable answer';
    const reason = `${axis.label}: ${why}`;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => ({ reason, count }));
}
