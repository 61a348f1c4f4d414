import type { Codebook } from '../../../contracts/codebook.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import { answerPatterns, type AnswerPatterns } from '../../../scoring/classes/answer-patterns.ts';
import { classPosteriors } from '../../../scoring/classes/class-posteriors.ts';
import { compareClasses, MOST_COMPARED } from '../../../scoring/classes/compare-classes.ts';
import { fitClasses } from '../../../scoring/classes/fit-classes.ts';
import type { LatentClasses } from '../../../scoring/classes/latent-classes.ts';
import { modalClasses } from '../../../scoring/classes/modal-classes.ts';
import { effectiveBase } from '../../../scoring/statistics/effective-base.ts';
import { csvLine } from '../../exports/csv-writer.ts';
import { writeAtomically } from '../../exports/write-atomically.ts';
import type { CodedColumn } from '../../imports/read-columns.ts';
import { createProgress } from '../progress.ts';
import { readItems, SKIPPED_CODE, scoredItems, segmentsOf, type FileItems, type Item } from './read-items.ts';

export interface ClassesRequest {
  readonly input: string;
  readonly codebook: Codebook | null;
  readonly items?: readonly string[];
  readonly weight?: string;
  readonly classes: readonly number[];
  readonly seed: number;
  readonly restarts: number;
  readonly skippedAsCategory?: boolean;
  readonly assignments?: string;
  readonly id?: string;
  readonly compare?: string;
}

/** The command `classes`: latent classes of the items of a file, for each number of classes asked for. */
export async function classesOfFile(request: ClassesRequest): Promise<object> {
  const { input, codebook, weight, id, compare, assignments } = request;
  const file = await readItems({
    path: input,
    codebook,
    items: itemsOf(request),
    ...(compare === undefined ? {} : { coded: [compare] }),
    ...(id === undefined ? {} : { keys: [id] }),
    ...(weight === undefined ? {} : { weight }),
    skippedIsCategory: request.skippedAsCategory === true,
  });
  const { items, columns } = file;
  refuseConstants(items);
  const weights = columns.weights === null ? undefined : rescaled(items, columns.weights);
  const patterns = answerPatterns({
    items: items.map(({ indices }) => indices),
    categoryCounts: items.map(({ categories }) => categories.length),
    ...(weights === undefined ? {} : { weights }),
  });
  const points = codebook === null ? undefined : pointsOf(codebook, items);
  const runs = fitAll(request, patterns, points);
  const chosen = runs.reduce((best, run) => (run.bic < best.bic ? run : best));
  const posteriors = classPosteriors(patterns, chosen);
  const modal = modalClasses(posteriors, chosen.k);
  if (assignments !== undefined)
    await writeAtomically(assignments, assignmentLines(file, patterns, chosen.k, posteriors, modal, id));
  return {
    base: baseOf(patterns, columns.weights),
    excluded: excludedOf(patterns, weight),
    items: items.map(({ variable, label, categories }) => ({ variable, label, categories })),
    orderedBy: points === undefined ? 'size, largest first' : 'expected points of the model, lowest first',
    seed: request.seed,
    restarts: request.restarts,
    runs,
    chosen: chosen.k,
    choice: 'lowest BIC of the numbers of classes asked for',
    ...(compare === undefined
      ? {}
      : { comparison: comparisonOf(columns.coded(compare), file, patterns, chosen.k, modal) }),
    notes: notesOf(request),
  };
}

function itemsOf({ items, codebook }: ClassesRequest): readonly string[] {
  const names = items ?? (codebook === null ? [] : scoredItems(codebook));
  if (names.length >= 2) return names;
  throw new WaymarkError(
    'INVALID_REQUEST',
    names.length === 1
      ? 'Expected at least 2 items; found 1.'
      : 'Expected --items, or the codebook of an instrument with scored items.',
    'Name coded columns, as --items own_phone,phone_type,can_text, or give --instrument.',
  );
}

function refuseConstants(items: readonly Item[]): void {
  const constant = items.find(({ categories }) => categories.length < 2);
  if (constant === undefined) return;
  throw new WaymarkError(
    'NOT_COMPUTABLE',
    `"${constant.variable}" has ${constant.categories.length === 0 ? 'no answers' : `the same answer in every row (${constant.categories[0]?.code ?? ''})`}: it tells no classes apart.`,
    'Leave the item out.',
  );
}

/** Sampling weights scaled to sum to the respondents that count, so that BIC knows how many there are. */
function rescaled(items: readonly Item[], weights: Float64Array): Float64Array {
  let sum = 0;
  let count = 0;
  weights.forEach((weight, row) => {
    if (weight === 0 || items.every(({ indices }) => indices[row] === 65535)) return;
    sum += weight;
    count += 1;
  });
  return sum > 0 ? weights.map((weight) => (weight * count) / sum) : weights;
}

/** Points per item and category, where the model gives them; 0 where it does not. */
function pointsOf(codebook: Codebook, items: readonly Item[]): number[][] | undefined {
  const scorings = items.map(
    ({ variable }) => codebook.variables.find(({ name }) => name === variable)?.scoring,
  );
  if (scorings.every((scoring) => scoring === undefined)) return undefined;
  return items.map(({ categories }, item) => {
    const scoring = scorings[item];
    return categories.map(({ code }) =>
      code === SKIPPED_CODE ? (scoring?.whenSkipped ?? 0) : (scoring?.points[code] ?? 0),
    );
  });
}

function fitAll(
  { classes, restarts, seed }: ClassesRequest,
  patterns: AnswerPatterns,
  points: number[][] | undefined,
): LatentClasses[] {
  const progress = createProgress('Latent classes');
  try {
    return classes.map((k, run) =>
      fitClasses({
        patterns,
        k,
        restarts,
        seed,
        ...(points === undefined ? {} : { points }),
        onRestart: (done, starts) => progress.report((run + done / starts) / classes.length),
      }),
    );
  } finally {
    progress.done();
  }
}

function baseOf(patterns: AnswerPatterns, weights: Float64Array | null): object {
  let sum = 0;
  let squares = 0;
  patterns.patternOf.forEach((pattern, row) => {
    if (pattern < 0) return;
    const weight = weights?.[row] ?? 1;
    sum += weight;
    squares += weight * weight;
  });
  return {
    unweighted: patterns.respondents,
    weighted: sum,
    effective: effectiveBase(sum, squares),
    patterns: patterns.count,
  };
}

function excludedOf({ allMissing, withoutWeight }: AnswerPatterns, weight = ''): object[] {
  return [
    { reason: 'none of the items answered', count: allMissing },
    { reason: `${weight}: no weight`, count: withoutWeight },
  ].filter(({ count }) => count > 0);
}

function comparisonOf(
  { indices, axis }: CodedColumn,
  { columns }: FileItems,
  { patternOf }: AnswerPatterns,
  k: number,
  modal: Int8Array,
): object {
  const known = segmentsOf(axis.categories);
  const count = known.length;
  if (count > MOST_COMPARED)
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `"${axis.variable}" has ${count} categories; classes are compared with at most ${MOST_COMPARED}.`,
      'Compare with a segment, such as the archetype.',
    );
  const classes = Int8Array.from(patternOf, (pattern) => (pattern < 0 ? -1 : (modal[pattern] as number)));
  const weights = columns.weights ?? new Float64Array(columns.size).fill(1);
  const { matchedCategory, ...rest } = compareClasses(classes, k, indices, count, weights);
  return {
    variable: axis.variable,
    categories: known,
    ...rest,
    matched: matchedCategory.map((category) => (category === null ? null : (known[category]?.code ?? null))),
  };
}

function* assignmentLines(
  { columns }: FileItems,
  { patternOf }: AnswerPatterns,
  k: number,
  posteriors: Float64Array,
  modal: Int8Array,
  id?: string,
): Generator<string> {
  const ids = id === undefined ? null : columns.keys(id);
  const labels = Array.from({ length: k }, (_, label) => label);
  yield csvLine([id ?? 'row', 'class', ...labels.map((label) => `posterior${label + 1}`)]);
  for (let row = 0; row < columns.size; row += 1) {
    const pattern = patternOf[row] as number;
    yield csvLine([
      ids === null ? row + 1 : (ids.names[ids.indices[row] as number] as string),
      pattern < 0 ? null : (modal[pattern] as number) + 1,
      ...labels.map((label) => (pattern < 0 ? null : (posteriors[pattern * k + label] as number))),
    ]);
  }
}

function notesOf({ weight, skippedAsCategory }: ClassesRequest): string[] {
  return [
    'Classes are numbered from 1, in the order of the sizes.',
    weight === undefined
      ? 'Each respondent counts 1.'
      : `Weights are scaled to sum to the respondents: the log-likelihood is a pseudo-log-likelihood, and BIC and AIC are guides, not tests.`,
    'A missing answer drops out of the likelihood (missing at random).',
    skippedAsCategory === true
      ? 'A question that skip logic left out counts as an answer of its own, "skipped".'
      : 'A question that skip logic left out counts as missing; --skipped-as-category makes it an answer of its own.',
  ];
}
