import type { AnswerValue } from '../../contracts/answer.ts';
import type { Codebook, Variable } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { localize } from '../../contracts/language.ts';
import { DID_NOT_AGREE } from '../../contracts/table.ts';
import { growingColumn } from '../../scoring/growing-column.ts';
import { buildItemReader } from '../../scoring/items/build-item-reader.ts';
import { indexVariables, type IndexedVariable } from '../../scoring/items/index-variables.ts';
import { compileEligibility } from '../../scoring/items/is-eligible.ts';
import { ANSWERED, createRespondentState, MISSING, SKIPPED } from '../../scoring/items/respondent-state.ts';
import { RESPONSE_STATES, type ResponseState, type ScaleItem } from '../../scoring/reliability/scale-item.ts';
import { codesOfFile, compileDecoder, NotUnderstood, type Decoder } from './decode-cell.ts';
import { findColumn } from './find-column.ts';
import { pointsOf, rangeOf } from './item-points.ts';
import { didYouMean } from './nearest-names.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { readColumns } from './read-columns.ts';

export interface ScaleItemsRequest {
  readonly path: string;
  readonly codebook: Codebook;
  /** Names of the items. */
  readonly items: readonly string[];
  /** Give a skipped item the points that its scale gives it, instead of none. */
  readonly skippedAsScored: boolean;
  readonly weight?: string;
}

export interface ScaleItems {
  readonly items: readonly ScaleItem[];
  readonly weights: Float64Array | null;
  /** Rows that are left out, and why. */
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
}

const STATE = Object.fromEntries(RESPONSE_STATES.map((name, place) => [name, place])) as Readonly<
  Record<ResponseState, number>
>;

/**
 * Reads items by their codebook: codes become points (those of the scoring model; else the order of an
 * ordered scale, from 1; else the number), and what has no answer is told apart by skip logic and missing
 * codes. Whom the model does not speak about is left out and counted.
 *
 * Throws what `readCsv` and `readColumns` throw, `UNKNOWN_COLUMN`, `UNKNOWN_CODE`, and `NOT_COMPUTABLE` for
 * an item without an order.
 */
export async function readScaleItems(request: ScaleItemsRequest): Promise<ScaleItems> {
  const { path, codebook, items: names, skippedAsScored, weight } = request;
  const index = indexVariables(codebook);
  const columns = names
    .map((name) => variableOf(codebook, index, name))
    .map(({ variable, index: at }) => ({
      variable,
      at,
      points: pointsOf(variable),
      values: growingColumn((length) => new Float64Array(length)),
      states: growingColumn((length) => new Uint32Array(length)),
    }));
  const kept = growingColumn((length) => new Uint32Array(length));
  const read = buildItemReader(codebook, index);
  const isEligible = compileEligibility(codebook);
  const state = createRespondentState(codebook.variables.length, 0);
  let answersOf: ((row: CsvRow) => Record<string, AnswerValue>) | null = null;
  let row = 0;
  for await (const { header, rows } of readCsv(path)) {
    answersOf ??= compileAnswers(codebook, path, header, names);
    for (const cells of rows) {
      const answers = answersOf(cells);
      row += 1;
      if (!isEligible(answers)) continue;
      kept.push(row - 1);
      read(answers, state);
      for (const { variable, at, points, values, states } of columns) {
        const own = state.states[at];
        const answer = answers[variable.name];
        const value = own === ANSWERED ? points(answer) : Number.NaN;
        const given = own === SKIPPED && skippedAsScored ? variable.scoring?.whenSkipped : value;
        values.push(given ?? Number.NaN);
        states.push(STATE[responseState(variable, own, answer, value)]);
      }
    }
  }
  const rows = kept.values();
  const weights = weight === undefined ? null : (await readColumns({ path, codebook: null, weight })).weights;
  return {
    items: columns.map(({ variable, values, states }) => ({
      name: variable.name,
      label: localize(variable.label, 'en'),
      values: values.values(),
      states: Uint8Array.from(states.values()),
      range: rangeOf(variable),
    })),
    weights: weights === null ? null : Float64Array.from(rows, (one) => weights[one] as number),
    excluded: row === rows.length ? [] : [{ reason: DID_NOT_AGREE, count: row - rows.length }],
  };
}

function variableOf(
  codebook: Codebook,
  index: ReadonlyMap<string, IndexedVariable>,
  name: string,
): IndexedVariable {
  const found = index.get(name);
  if (found !== undefined) return found;
  throw new WaymarkError(
    'UNKNOWN_COLUMN',
    `The codebook ${codebook.name} ${codebook.version} has no item "${name}".`,
    didYouMean(
      name,
      codebook.variables.map((one) => one.name),
      'Leave --codebook and --instrument out to take the cells of the column for numbers.',
    ),
  );
}

/** Reads the answers of all items the file has columns for; those asked for must be there. */
function compileAnswers(
  codebook: Codebook,
  path: string,
  header: readonly string[],
  names: readonly string[],
): (row: CsvRow) => Record<string, AnswerValue> {
  const decoders: { variable: Variable; decode: Decoder }[] = [];
  for (const variable of codebook.variables) {
    const columns = variable.source?.columns ?? [variable.name];
    const isAsked = names.includes(variable.name);
    if (variable.personal === true && !isAsked) continue;
    if (!isAsked && !columns.every((column) => header.includes(column))) continue;
    const places = columns.map((column) => findColumn(path, header, column));
    decoders.push({ variable, decode: compileDecoder(variable, places) });
  }
  return ({ cells, line }) => {
    const answers: Record<string, AnswerValue> = {};
    for (const { variable, decode } of decoders) {
      const decoded = decode(cells);
      if (decoded === undefined) continue;
      if (decoded instanceof NotUnderstood)
        throw new WaymarkError(
          'UNKNOWN_CODE',
          `${path}, line ${line}, column "${header[decoded.column] ?? ''}": expected one of ${codesOfFile(variable).join(', ')}, or a blank cell; found "${decoded.value.slice(0, 80)}".`,
          didYouMean(
            decoded.value,
            codesOfFile(variable),
            'Correct the cell, or add the code to the codebook.',
          ),
        );
      answers[variable.name] = decoded;
    }
    return answers;
  };
}

function responseState(
  variable: Variable,
  state: number | undefined,
  answer: AnswerValue | undefined,
  points: number,
): ResponseState {
  if (state === SKIPPED) return 'skipped';
  if (state === ANSWERED) return Number.isNaN(points) ? 'otherMissing' : 'answered';
  if (state !== MISSING) return 'unanswered';
  const why = variable.missing[String(answer)] ?? 'other';
  return why === 'other' ? 'otherMissing' : why;
}
