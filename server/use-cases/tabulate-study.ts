import type { BranchScope } from '../../contracts/roles.ts';
import { DID_NOT_AGREE, ERASED, type Banners, type Crosstab } from '../../contracts/table.ts';
import { createDesign } from '../../scoring/design/create-design.ts';
import type { SurveyDesign } from '../../scoring/design/survey-design.ts';
import { countTable } from '../../scoring/tabulate/counted-table.ts';
import { crosstab, type CrosstabOptions } from '../../scoring/tabulate/crosstab.ts';
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
  /** Intervals, corrections, minimum base; absent: the engine's defaults, which are those of the command line. */
  readonly options?: CrosstabOptions;
}

const REASONS: readonly (readonly [entry: number, reason: string])[] = [
  [SKIPPED, 'does not apply to them'],
  [UNANSWERED_ENTRY, 'not answered'],
  [DONT_KNOW_ENTRY, "don't know"],
  [REFUSED_ENTRY, 'refused'],
  [OTHER_MISSING, 'no usable answer'],
];

/** What stands under every table: a study knows weights, but not yet how its sample was drawn. */
const DESIGN_NOTE =
  'Standard errors, intervals and tests know the weights only: the study holds no strata, sampling units or finite populations yet.';

/**
 * Cross-tabulates two variables of a study over up-to-date segments, by the functions that
 * `waymark crosstab` uses, so that both give the same figures. Who is left out is counted with the
 * reason, once: whose answers were erased, who did not agree to the interview, then by the row variable, then by the column variable.
 *
 * @throws WaymarkError NOT_FOUND, UNKNOWN_COLUMN
 */
export async function tabulateStudy(context: Context, request: TabulateRequest): Promise<Crosstab> {
  return (await prepareTables(context, request))(request.columns);
}

/** The same rows against several column variables, side by side: one table each, counted over the same people. */
export async function tabulateBanners(
  context: Context,
  request: Omit<TabulateRequest, 'columns'> & { readonly columns: readonly string[] },
): Promise<Banners> {
  return { banners: request.columns.map(await prepareTables(context, request)) };
}

/** Everything but the columns: what is left is a table for each column variable. */
async function prepareTables(
  context: Context,
  request: Omit<TabulateRequest, 'columns'>,
): Promise<(columns: string) => Crosstab> {
  const { scope, weighted, language = 'en', options = {} } = request;
  const study = await findStudy(context.store, request.studyId);
  const data = await context.data.upToDate(study.id);
  const places = rowsInScope(data.segmentation.branches, scope);
  const side = (name: string) => within(tableAxis(study, data, name, scope, language), places);
  const rows = side(request.rows);
  const weights = Float64Array.from(places, (place) => data.segmentation.weights[place] ?? 0);
  const design =
    places.length === 0 ? null : createDesign({ size: places.length, ...(weighted && { weights }) });
  const gone = [
    ...countOnce(ERASED, sumInScope(data.erased, scope)),
    ...countOnce(DID_NOT_AGREE, sumInScope(data.declined, scope)),
  ];
  const notes = [...studyNotes(study, data), DESIGN_NOTE];
  return (name) => {
    const columns = side(name);
    const excluded = [...gone, ...countExcluded(rows, columns)];
    return tableOf(rows, columns, design, { excluded, notes, options });
  };
}

function tableOf(
  rows: TableAxis,
  columns: TableAxis,
  /** Null: there is nobody. */
  design: SurveyDesign | null,
  rest: {
    readonly excluded: Crosstab['excluded'];
    readonly notes: readonly string[];
    readonly options: CrosstabOptions;
  },
): Crosstab {
  const sides = {
    rows: withoutReasons(rows.entries),
    columns: withoutReasons(columns.entries),
    rowCount: rows.axis.categories.length,
    columnCount: columns.axis.categories.length,
  };
  const counted =
    design === null ? { statistics: tabulate(sides), weighted: false } : countTable({ design, ...sides });
  return crosstab({ ...counted, rows: rows.axis, columns: columns.axis, ...rest });
}

const within = ({ axis, entries }: TableAxis, places: Uint32Array): TableAxis => ({
  axis,
  entries: Uint16Array.from(places, (place) => entries[place] ?? OTHER_MISSING),
});

const withoutReasons = (entries: Uint16Array): Uint16Array =>
  entries.map((entry) => (entry >= OTHER_MISSING ? MISSING_CATEGORY : entry));

const countOnce = (reason: string, count: number): Crosstab['excluded'] =>
  count > 0 ? [{ reason, count }] : [];

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
