import { WaymarkError } from '../../contracts/errors.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { LARGEST_NUMBER } from '../../scoring/design/answered-in-domain.ts';
import { NO_CATEGORY, type ExperimentData } from '../../scoring/experiments/experiment-data.ts';
import { didYouMean } from '../imports/nearest-names.ts';
import { readColumns, type CodedColumn, type FileColumns } from '../imports/read-columns.ts';
import { readDecimal } from '../imports/read-decimal.ts';
import type { DesignOptions } from './design-options.ts';
import { designFrom, withDesign } from './read-design.ts';

export interface ExperimentRequest extends DesignOptions {
  readonly input: string;
  readonly arm: string;
  readonly control: string;
  /** Names of outcome columns. */
  readonly outcomes: readonly string[];
  readonly segment?: string;
  /** Codes that mean the outcome happened. */
  readonly success?: readonly string[];
  readonly measure: 'auto' | 'share' | 'mean';
  /** Parts of the planned ratio, the control first, then the arms as they are listed. */
  readonly ratio?: readonly number[];
}

export interface ExperimentFile {
  readonly experiments: readonly { readonly outcome: string; readonly data: ExperimentData }[];
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
}

const MOST_ARMS = 30;
const MOST_SEGMENTS = 300;

/**
 * Reads an experiment from a CSV file: who was in which arm, and what came of it. Throws what
 * `readColumns` throws, `UNKNOWN_CODE` for a control that is not there, `INVALID_REQUEST` where it cannot
 * tell what an outcome means or the ratio does not fit the arms, `NOT_COMPUTABLE` for too many arms or segments.
 */
export async function readExperiment(
  request: ExperimentRequest,
  codebook: Codebook | null,
): Promise<ExperimentFile> {
  const { input, arm, outcomes, segment, confidence } = request;
  const isMean = (name: string): boolean =>
    request.measure === 'mean' ||
    (request.measure === 'auto' && codebook?.variables.find((one) => one.name === name)?.type === 'number');
  const columns = await readColumns(
    withDesign(
      {
        path: input,
        codebook,
        coded: [
          arm,
          ...(segment === undefined ? [] : [segment]),
          ...outcomes.filter((name) => !isMean(name)),
        ],
        numeric: outcomes.filter(isMean),
      },
      request,
    ),
  );
  const hasDesign = [request.weight, request.strata, request.psu, request.fpc].some(
    (one) => one !== undefined,
  );
  const { design, excluded } = hasDesign ? designFrom(columns, request) : { design: null, excluded: [] };
  const { arms, armNames } = readArms(columns.coded(arm), request);
  const segments = segment === undefined ? null : columns.coded(segment);
  if (segments !== null && segments.axis.categories.length > MOST_SEGMENTS)
    throw tooMany(segment ?? '', 'segments', MOST_SEGMENTS);
  const planned = request.ratio ?? armNames.map(() => 1);
  if (planned.length !== armNames.length)
    throw new WaymarkError(
      'INVALID_REQUEST',
      `Expected a ratio of ${armNames.length} parts, for ${armNames.join(', ')}; found ${planned.length}.`,
      'Give the parts in that order, the control first: --ratio 2:1:1.',
    );
  const shared = {
    arms,
    armNames,
    segments: segments?.indices ?? null,
    segmentNames: segments?.axis.categories.map(({ code }) => code) ?? [],
    planned,
    design,
    confidence,
  };
  return {
    experiments: outcomes.map((outcome) => ({
      outcome,
      data: {
        ...shared,
        ...(isMean(outcome)
          ? { outcome: columns.numeric(outcome), measure: 'mean' as const }
          : outcomeFrom(columns, outcome, request)),
      },
    })),
    excluded: [
      ...columns.coded(arm).missing.map(({ reason, count }) => ({ reason: `${reason} (no arm)`, count })),
      ...excluded,
      ...(segments?.missing ?? []).map(({ reason, count }) => ({
        reason: `${reason} (left out of the segments only)`,
        count,
      })),
    ],
  };
}

/** Arms with the control first, the others in the order of the column. */
function readArms(
  { indices, axis }: CodedColumn,
  { arm, control, input }: ExperimentRequest,
): { readonly arms: Uint16Array; readonly armNames: readonly string[] } {
  const names = axis.categories.map(({ code }) => code);
  const at = names.indexOf(control);
  if (at < 0)
    throw new WaymarkError(
      'UNKNOWN_CODE',
      `${input}, column "${arm}": there is no arm "${control}" to be the control.`,
      didYouMean(control, names, `Its arms are: ${names.slice(0, 20).join(', ')}.`),
    );
  if (names.length > MOST_ARMS) throw tooMany(arm, 'arms', MOST_ARMS);
  if (names.length < 2)
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `${input}, column "${arm}": there is only the control, and nothing to compare it with.`,
      'Name the column that says which message each client got.',
    );
  const armNames = [control, ...names.filter((name) => name !== control)];
  const places = names.map((name) => armNames.indexOf(name));
  return { arms: indices.map((index) => places[index] ?? NO_CATEGORY), armNames };
}

const tooMany = (column: string, what: string, most: number): WaymarkError =>
  new WaymarkError(
    'NOT_COMPUTABLE',
    `The column "${column}" has more than ${most} different values, too many for ${what}.`,
    'Name another column, or group its values first.',
  );

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', '0']);
/** What stands in flat files where an answer is not known. */
const NOT_KNOWN: ReadonlySet<string> = new Set(['na', 'unanswered', 'dontknow', 'refused']);

/** An outcome as 0 and 1, or as numbers where its values are numbers other than these. */
function outcomeFrom(
  columns: FileColumns,
  name: string,
  { success, measure }: ExperimentRequest,
): Pick<ExperimentData, 'outcome' | 'measure'> {
  const { indices, axis } = columns.coded(name);
  const codes = axis.categories.map(({ code }) => code);
  const values = valuesOf(name, codes, success, measure);
  return {
    outcome: Float64Array.from(indices, (index) => values.byCode[index] ?? Number.NaN),
    measure: values.measure,
  };
}

function valuesOf(
  name: string,
  codes: readonly string[],
  success: readonly string[] | undefined,
  measure: ExperimentRequest['measure'],
): { readonly byCode: readonly number[]; readonly measure: 'share' | 'mean' } {
  const known = codes.filter((code) => !NOT_KNOWN.has(code.toLowerCase()));
  const spread = (of: (code: string) => number): number[] =>
    codes.map((code) => (known.includes(code) ? of(code) : Number.NaN));
  if (success !== undefined) {
    if (!known.some((code) => success.includes(code)))
      throw new WaymarkError(
        'UNKNOWN_CODE',
        `The column "${name}" has no value ${success.map((code) => `"${code}"`).join(' or ')} (--success).`,
        didYouMean(success[0] ?? '', known, `Its values are: ${known.slice(0, 20).join(', ')}.`),
      );
    return { byCode: spread((code) => Number(success.includes(code))), measure: 'share' };
  }
  const word = (code: string): string => code.toLowerCase();
  if (known.every((code) => YES.has(word(code)) || NO.has(word(code))))
    return { byCode: spread((code) => Number(YES.has(word(code)))), measure: 'share' };
  const others = known.filter((code) => !(Math.abs(readDecimal(code)) <= LARGEST_NUMBER));
  if (measure === 'auto' && others.length === 0) return { byCode: spread(readDecimal), measure: 'mean' };
  throw new WaymarkError(
    'INVALID_REQUEST',
    `Expected yes and no, 1 and 0, true and false, or numbers up to 10¹²⁰ in the column "${name}"; found ${(others.length ===
    0
      ? known
      : others
    )
      .slice(0, 8)
      .map((code) => `"${code}"`)
      .join(', ')}.`,
    'Name the values that mean the outcome happened: --success paid,promised.',
  );
}
