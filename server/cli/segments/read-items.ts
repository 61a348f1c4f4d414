import { NOT_CLASSIFIED } from '../../../contracts/archetype.ts';
import type { Answers } from '../../../contracts/answer.ts';
import type { Codebook } from '../../../contracts/codebook.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import { createItemReader } from '../../../scoring/items/item-states.ts';
import { conditionReferences } from '../../../scoring/conditions/condition-references.ts';
import { MISSING_CATEGORY } from '../../../scoring/tabulate/tabulate.ts';
import { readColumns, type FileColumns } from '../../imports/read-columns.ts';

/** The code of a question that skip logic left out, where that is an answer of its own. */
export const SKIPPED_CODE = 'skipped';
/** More categories are no item of a questionnaire. */
export const MOST_CATEGORIES = 50;

export interface Item {
  readonly variable: string;
  readonly label: string;
  /** Categories that somebody has, in the codebook's order or sorted; `skipped` last. */
  readonly categories: readonly { readonly code: string; readonly label: string }[];
  /** Category per row; 65535 is missing. */
  readonly indices: Uint16Array;
}

export interface ItemsRequest {
  readonly path: string;
  readonly codebook: Codebook | null;
  readonly items: readonly string[];
  /** Other coded columns: a segment, a comparison. */
  readonly coded?: readonly string[];
  readonly keys?: readonly string[];
  readonly weight?: string;
  /** Makes "skipped" a category of its own where the codebook's skip logic says so; else it is missing. */
  readonly skippedIsCategory: boolean;
}

export interface FileItems {
  readonly columns: FileColumns;
  readonly items: readonly Item[];
}

/** The categories of a segment, without "Not classified", which is last where it stands. */
export const segmentsOf = <T extends { readonly code: string }>(categories: readonly T[]): readonly T[] =>
  categories.at(-1)?.code === NOT_CLASSIFIED ? categories.slice(0, -1) : categories;

/** Scored items of a codebook that have one coded answer. */
export const scoredItems = (codebook: Codebook): string[] =>
  codebook.variables
    .filter(({ scoring, type }) => scoring !== undefined && type === 'single')
    .map(({ name }) => name);

/** Items that the skip logic of `names` looks at, through all that hides them in turn. */
export function gatingItems(codebook: Codebook, names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const condition = codebook.variables.find((one) => one.name === name)?.appliesWhen;
    if (condition === undefined) return;
    for (const item of conditionReferences([condition], {}).items) {
      if (found.has(item)) continue;
      found.add(item);
      visit(item);
    }
  };
  names.forEach(visit);
  return found;
}

/**
 * Reads items as categories in use. Throws what `readColumns` throws, and NOT_COMPUTABLE for an item with
 * more than 50 categories.
 */
export async function readItems(request: ItemsRequest): Promise<FileItems> {
  const { path, codebook, items, skippedIsCategory, weight } = request;
  const gates = codebook !== null && skippedIsCategory ? singles(codebook, gatingItems(codebook, items)) : [];
  const columns = await readColumns({
    path,
    codebook,
    coded: [...new Set([...items, ...gates, ...(request.coded ?? [])])],
    ...(request.keys === undefined ? {} : { keys: request.keys }),
    ...(weight === undefined ? {} : { weight }),
  });
  const skipped =
    gates.length === 0 || codebook === null ? null : skippedRows(codebook, columns, items, gates);
  return { columns, items: items.map((name) => itemOf(columns, name, skipped?.get(name))) };
}

const singles = (codebook: Codebook, names: Iterable<string>): string[] =>
  [...names].filter((name) => codebook.variables.find((one) => one.name === name)?.type === 'single');

function itemOf(columns: FileColumns, name: string, skipped?: Uint8Array): Item {
  const { axis, indices } = columns.coded(name);
  const counts = new Uint32Array(axis.categories.length + 1);
  const found = indices.map((code, row) => {
    const category = skipped?.[row] === 1 ? axis.categories.length : code;
    if (category !== MISSING_CATEGORY) counts[category] = (counts[category] as number) + 1;
    return category;
  });
  const used = [...counts.keys()].filter((category) => (counts[category] as number) > 0);
  if (used.length > MOST_CATEGORIES)
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `"${name}" has ${used.length} different answers; an item may have ${MOST_CATEGORIES}.`,
      'Choose coded items, or group the answers first.',
    );
  const place = new Uint16Array(counts.length).map((_, category) => used.indexOf(category));
  return {
    variable: name,
    label: axis.label,
    categories: used.map((category) => axis.categories[category] ?? { code: SKIPPED_CODE, label: 'skipped' }),
    indices: found.map((category) =>
      category === MISSING_CATEGORY ? category : (place[category] as number),
    ),
  };
}

/** For each item, the rows whose skip logic says that it was not asked. */
function skippedRows(
  codebook: Codebook,
  columns: FileColumns,
  items: readonly string[],
  gates: readonly string[],
): Map<string, Uint8Array> {
  const known = new Set(codebook.variables.map(({ name }) => name));
  const names = [...new Set([...items, ...gates])].filter((name) => known.has(name));
  const read = createItemReader(codebook);
  const coded = names.map((name) => [name, columns.coded(name)] as const);
  const skipped = new Map(items.map((name) => [name, new Uint8Array(columns.size)]));
  for (let row = 0; row < columns.size; row += 1) {
    const answers: Record<string, Answers[string]> = {};
    for (const [name, { indices, axis }] of coded) {
      const category = axis.categories[indices[row] as number];
      if (category !== undefined) answers[name] = category.code;
    }
    const states = read(answers);
    for (const [name, rows] of skipped) rows[row] = Number(states[name] === 'skipped');
  }
  return skipped;
}
