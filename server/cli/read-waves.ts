import { NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { NO_CATEGORY, type WaveFile } from '../../scoring/change/wave-file.ts';
import { didYouMean } from '../imports/nearest-names.ts';
import { readColumns, type CodedColumn } from '../imports/read-columns.ts';
import type { TransitionsOptions } from './transitions-options.ts';
import { designColumns, withDesign } from './read-design.ts';

const MOST_STATES = 30;
const MOST_WAVES = 60;
const MOST_GROUPS = 300;

export interface WavesOfFile {
  readonly file: WaveFile;
  /** Rows without wave, state, group or weight, and how many. */
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
}

/**
 * Reads respondents of several waves. "Not classified" is no state, unless --order names it. Throws what
 * `readColumns` throws, `UNKNOWN_CODE` for a state that --order does not name, `NOT_COMPUTABLE` for too
 * many states, waves or groups.
 */
export async function readWaves(
  options: TransitionsOptions,
  codebook: Codebook | null,
): Promise<WavesOfFile> {
  const { input, id, wave, state, by, order, confidence } = options;
  const columns = await readColumns(
    withDesign(
      {
        path: input,
        codebook,
        coded: [wave, state, ...(by === undefined ? [] : [by])],
        keys: id === undefined ? [] : [id],
      },
      options,
    ),
  );
  const waves = limited(columns.coded(wave), MOST_WAVES);
  const states = columns.coded(state);
  const groups = by === undefined ? null : limited(columns.coded(by), MOST_GROUPS);
  const ids = id === undefined ? null : columns.keys(id);
  const { indices, names, unplaced } = orderStates(options, states, order);
  if (names.length > MOST_STATES) throw tooMany(state, MOST_STATES);
  const withoutWeight = columns.weights?.reduce((count, weight) => count + Number(weight === 0), 0) ?? 0;
  return {
    file: {
      size: columns.size,
      ids: ids?.indices ?? null,
      idNames: ids?.names ?? [],
      waves: waves.indices,
      waveNames: waves.axis.categories.map(({ code }) => code),
      states: indices,
      stateNames: names,
      groups: groups?.indices ?? null,
      groupNames: groups?.axis.categories.map(({ code }) => code) ?? [],
      design: designColumns(columns, options),
      confidence,
    },
    excluded: [
      ...waves.missing,
      ...states.missing,
      ...(unplaced === 0 ? [] : [{ reason: `${state}: ${NOT_CLASSIFIED.toLowerCase()}`, count: unplaced }]),
      ...(groups?.missing ?? []).map(({ reason, count }) => ({
        reason: `${reason} (left out of the groups only)`,
        count,
      })),
      ...(withoutWeight === 0
        ? []
        : [{ reason: `${options.weight ?? ''}: no weight`, count: withoutWeight }]),
    ],
  };
}

/** States in the order asked for, or as the column has them. */
function orderStates(
  { input, state }: TransitionsOptions,
  { indices, axis }: CodedColumn,
  order: readonly string[] | undefined,
): { readonly indices: Uint16Array; readonly names: readonly string[]; readonly unplaced: number } {
  const codes = axis.categories.map(({ code }) => code);
  const names = order ?? codes.filter((code) => code !== NOT_CLASSIFIED);
  const unknown = codes.find(
    (code, place) => !names.includes(code) && code !== NOT_CLASSIFIED && indices.includes(place),
  );
  if (unknown !== undefined)
    throw new WaymarkError(
      'UNKNOWN_CODE',
      `${input}, column "${state}": the state "${unknown.slice(0, 80)}" is not among those of --order (${names.join(', ')}).`,
      didYouMean(unknown, names, 'Name every state in --order, from low to high.'),
    );
  const places = codes.map((code) => (names.includes(code) ? names.indexOf(code) : NO_CATEGORY));
  const unplacedCode = names.includes(NOT_CLASSIFIED) ? -1 : codes.indexOf(NOT_CLASSIFIED);
  return {
    indices: indices.map((index) => places[index] ?? NO_CATEGORY),
    names,
    unplaced: indices.reduce((count, index) => count + Number(index === unplacedCode), 0),
  };
}

function limited(column: CodedColumn, most: number): CodedColumn {
  if (column.axis.categories.length <= most) return column;
  throw tooMany(column.axis.variable, most);
}

const tooMany = (column: string, most: number): WaymarkError =>
  new WaymarkError(
    'NOT_COMPUTABLE',
    `The column "${column}" has more than ${most} different values, too many to follow from wave to wave.`,
    'Name another column, or group its values first.',
  );
