import type { Codebook, Variable } from '../../../contracts/codebook.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import { conditionReferences } from '../../../scoring/conditions/condition-references.ts';
import { buildTypingTool, type TypingTool } from '../../../scoring/typing/build-typing-tool.ts';
import type { CrossValidated } from '../../../scoring/typing/cross-validate.ts';
import { atStake, segmentOf, totalOf } from '../../../scoring/typing/scorecard.ts';
import type { TypingItem } from '../../../scoring/typing/typing-data.ts';
import type { ScreeningItem } from '../../exports/typing-instrument.ts';
import { createProgress } from '../progress.ts';
import { gatingItems, readItems, SKIPPED_CODE, scoredItems, segmentsOf, type Item } from './read-items.ts';

export interface TypingRequest {
  readonly input: string;
  readonly codebook: Codebook | null;
  readonly target: string;
  readonly items?: readonly string[];
  readonly minimum: number;
  readonly maximum: number;
  readonly weight?: string;
  readonly folds: number;
  readonly seed: number;
}

export interface TypingOfFile {
  readonly tool: TypingTool;
  readonly segments: readonly string[];
  /** Questions in the order they were chosen, with their points. */
  readonly items: readonly (ScreeningItem & { readonly label: string; readonly gate: boolean })[];
  /** What the points say of each row of the file that has a segment; null: not placed. */
  readonly named: ReadonlyMap<number, string | null>;
  readonly result: object;
}

/** Sensitivity below this is worth a warning. */
const TOO_LOW_01 = 0.6;

/** Builds the typing tool of a file and says how good it is. */
export async function typingOfFile(request: TypingRequest): Promise<TypingOfFile> {
  const { input, codebook, target, weight } = request;
  const candidates = candidatesOf(request);
  const first = codebook === null ? new Set<string>() : askedFirst(codebook);
  const gates =
    codebook === null ? [] : [...gatingItems(codebook, candidates)].filter((name) => !first.has(name));
  const names = [...new Set([...candidates, ...gates])];
  const { columns, items } = await readItems({
    path: input,
    codebook,
    items: names,
    coded: [target],
    ...(weight === undefined ? {} : { weight }),
    skippedIsCategory: true,
  });
  const { indices, axis, missing } = columns.coded(target);
  const segments = segmentsOf(axis.categories).map(({ code }) => code);
  const used = segments.filter((_, segment) => indices.includes(segment));
  const place = segments.map((code) => used.indexOf(code));
  const rows = [...indices.keys()].filter(
    (row) => (indices[row] as number) < segments.length && (columns.weights?.[row] ?? 1) > 0,
  );
  const typingItems = items.map((item) => typingItem(item, items, rows, candidates, codebook));
  const progress = createProgress('Typing tool');
  let tool: TypingTool;
  try {
    tool = buildTypingTool({
      data: {
        items: typingItems,
        target: Uint8Array.from(rows, (row) => place[indices[row] as number] as number),
        segmentCount: used.length,
        weights: Float64Array.from(rows, (row) => columns.weights?.[row] ?? 1),
      },
      minimum: request.minimum,
      maximum: request.maximum,
      folds: request.folds,
      seed: request.seed,
      onFold: (done) => progress.report(done / (request.folds + 1)),
    });
  } finally {
    progress.done();
  }
  const { scorecard } = tool;
  const chosen = scorecard.items.map((place, position) => {
    const item = items[place] as Item;
    return {
      ...screeningItem(item, scorecard.points[position] as readonly number[], codebook),
      label: item.label,
      gate: !candidates.includes(item.variable),
    };
  });
  const left = columns.size - rows.length;
  const named = new Map(
    rows.map((row, position) => [
      row,
      used[segmentOf(totalOf(typingItems, scorecard, position), scorecard.from)] ?? null,
    ]),
  );
  return {
    tool,
    segments: used,
    items: chosen,
    named,
    result: {
      base: {
        unweighted: rows.length,
        weighted: sumOf(rows, columns.weights),
        effective: tool.effectiveBase,
      },
      excluded: left === 0 ? [] : [{ reason: `no ${target}, or no weight`, count: left }],
      target,
      segments: used,
      seed: request.seed,
      folds: request.folds,
      ...figuresOf(tool, used),
      questions: chosen,
      totals: {
        largest: scorecard.largestTotal,
        from: used.map((segment, rank) => ({ segment, from: scorecard.from[rank - 1] ?? 0 })),
      },
      notes: [
        ...warningsOf(tool, used),
        `Accuracy is cross-validated (${request.folds} folds, stratified): items, points and cuts were chosen without the respondents they were tried on. The number of questions was chosen on the same folds, which flatters it a little.`,
        "A question left out by skip logic counts its own points, and so does no answer (don't know, refused, blank) where at least 30 left it out; else the item is left out and the total scaled up. Who answered less than half of the questions is not placed.",
        ...missing.map(({ reason, count }) => `Left out: ${count} (${reason}).`),
      ],
    },
  };
}

function candidatesOf({ items, codebook, target }: TypingRequest): readonly string[] {
  const names = (items ?? (codebook === null ? [] : scoredItems(codebook))).filter((name) => name !== target);
  if (names.length > 0) return names;
  throw new WaymarkError(
    'INVALID_REQUEST',
    'Expected --items, or the codebook of an instrument with scored items.',
    'Name coded columns, as --items own_phone,phone_type,can_text, or give --instrument.',
  );
}

/** What decides whether a person may be asked at all; asked first, and no question of the tool. */
const askedFirst = ({ model }: Codebook): Set<string> =>
  model.eligible === undefined ? new Set() : conditionReferences([model.eligible], {}).items;

/** Fewer who left a question out are too few for points of their own. */
const ENOUGH_UNANSWERED = 30;

function typingItem(
  { variable, indices, categories }: Item,
  items: readonly Item[],
  rows: readonly number[],
  candidates: readonly string[],
  codebook: Codebook | null,
): TypingItem {
  const gates = codebook === null ? new Set<string>() : gatingItems(codebook, [variable]);
  const ranks = ranksOf(categories, variableOf(codebook, variable));
  const count = categories.length;
  const own = Uint16Array.from(rows, (row) => Math.min(indices[row] as number, count));
  const enough = own.reduce((sum, code) => sum + Number(code === count), 0) >= ENOUGH_UNANSWERED;
  return {
    name: variable,
    indices: own,
    categoryCount: enough ? count + 1 : count,
    ...(enough ? { unanswered: count } : {}),
    ...(ranks === undefined ? {} : { ranks: enough ? [...ranks, -1] : ranks }),
    gates: [...items.entries()].filter(([, item]) => gates.has(item.variable)).map(([place]) => place),
    candidate: candidates.includes(variable) && count > 1,
  };
}

const variableOf = (codebook: Codebook | null, name: string): Variable | undefined =>
  codebook?.variables.find((one) => one.name === name);

/** The scale of an item is that of its points in the model. */
function ranksOf(categories: Item['categories'], variable: Variable | undefined): number[] | undefined {
  const points = variable?.scoring?.points;
  if (points === undefined) return undefined;
  return categories.map(({ code }) => points[code] ?? -1);
}

function screeningItem(
  { variable, categories }: Item,
  points: readonly number[],
  codebook: Codebook | null,
): ScreeningItem {
  const own = new Map(categories.map(({ code }, category) => [code, points[category] as number]));
  const unanswered = points[categories.length];
  const skipped = own.get(SKIPPED_CODE);
  own.delete(SKIPPED_CODE);
  const known = variableOf(codebook, variable);
  const scale = known?.scoring?.points ?? {};
  // An answer that nobody gave gets the points of the next lower one on the item's scale.
  const fill = (code: string): number =>
    [...own].reduce(
      (most, [other, value]) =>
        (scale[other] ?? Infinity) <= (scale[code] ?? -1) ? Math.max(most, value) : most,
      0,
    );
  const codes = known?.values.map(({ code }) => code).filter((code) => !(code in known.missing)) ?? [
    ...own.keys(),
  ];
  return {
    name: variable,
    points: Object.fromEntries(codes.map((code) => [code, own.get(code) ?? fill(code)])),
    ...(skipped === undefined ? {} : { whenSkipped: skipped }),
    ...(unanswered === undefined ? {} : { whenUnanswered: unanswered }),
    largest: atStake(points),
  };
}

const sumOf = (rows: readonly number[], weights: Float64Array | null): number =>
  rows.reduce((sum, row) => sum + (weights?.[row] ?? 1), 0);

function figuresOf(
  { chosen, byQuestions, baseline01, weightedKappa, standardError }: TypingTool,
  segments: readonly string[],
) {
  return {
    accuracy: chosen.accuracy01,
    standardError,
    baseline: baseline01,
    weightedKappa,
    ...(weightedKappa === null ? { reason: 'Chance alone would always agree.' } : {}),
    confusion: {
      rows: segments,
      columns: [...segments, 'not placed'],
      weighted: segments.map((_, segment) => rowOf(chosen, segment, segments.length)),
    },
    perSegment: segments.map((segment, rank) => ({ segment, ...shares(chosen, rank, segments.length) })),
    byQuestions: byQuestions.map(({ questions, accuracy01, naiveBayesAccuracy01 }) => ({
      questions,
      accuracy: accuracy01,
      naiveBayesAccuracy: naiveBayesAccuracy01,
    })),
  };
}

const rowOf = ({ confusion }: CrossValidated, segment: number, k: number): number[] => [
  ...confusion.subarray(segment * (k + 1), (segment + 1) * (k + 1)),
];

/** Sensitivity: of those in the segment, the share found. Precision: of those it names, the share right. */
function shares(cross: CrossValidated, rank: number, k: number) {
  const row = rowOf(cross, rank, k).reduce((sum, value) => sum + value, 0);
  let column = 0;
  for (let segment = 0; segment < k; segment += 1)
    column += cross.confusion[segment * (k + 1) + rank] as number;
  const right = cross.confusion[rank * (k + 1) + rank] as number;
  return {
    sensitivity: row > 0 ? right / row : null,
    precision: column > 0 ? right / column : null,
    ...(column > 0 ? {} : { reason: 'The tool names nobody so.' }),
  };
}

function warningsOf(
  { chosen, baseline01, standardError }: TypingTool,
  segments: readonly string[],
): string[] {
  const weak = segments.flatMap((segment, rank) => {
    const { sensitivity } = shares(chosen, rank, segments.length);
    return sensitivity !== null && sensitivity < TOO_LOW_01
      ? [
          `Warning: it finds only ${Math.round(100 * sensitivity)} % of those who are ${segment}. Do not use it to find them.`,
        ]
      : [];
  });
  const apart = chosen.naiveBayesAccuracy01 - chosen.accuracy01;
  return [
    ...weak,
    ...(chosen.accuracy01 < baseline01 + 2 * standardError
      ? ['Warning: it is no better than naming the largest segment for everybody.']
      : []),
    ...(apart > 0.05
      ? [
          `Warning: the segments do not lie on one line: naive Bayes on the same questions is right ${Math.round(100 * apart)} points more often than one total.`,
        ]
      : []),
  ];
}
