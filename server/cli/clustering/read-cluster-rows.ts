import { WaymarkError } from '../../../contracts/errors.ts';
import { readColumns } from '../../imports/read-columns.ts';
import type { ClusterOptions } from './cluster-options.ts';
import { resolveCodebook } from '../resolve-codebook.ts';

export interface RowsToCluster {
  /** Rows of the file. */
  readonly size: number;
  /** Numbers of the rows that are complete and have a weight, from 0. */
  readonly kept: Uint32Array;
  /** Of those: row-major kept × variables, in shared memory. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  /** Names of the rows of the file; null where no column was named. */
  readonly ids: readonly string[] | null;
}

/** Reads the variables; leaves out rows without weight or with a blank, and counts them by reason. */
export async function readClusterRows(options: ClusterOptions): Promise<RowsToCluster> {
  const { input, variables, weight, id } = options;
  const columns = await readColumns({
    path: input,
    codebook: await resolveCodebook(options),
    rowMajor: variables,
    keys: id === undefined ? [] : [id],
    ...(weight === undefined ? {} : { weight }),
  });
  const { size, rowMajor, weights } = columns;
  const dimensions = variables.length;
  const kept = new Uint32Array(size);
  const counts = new Map<string, number>();
  let count = 0;
  for (let row = 0; row < size; row += 1) {
    const from = row * dimensions;
    let blank = 0;
    while (blank < dimensions && !Number.isNaN(rowMajor[from + blank])) blank += 1;
    const reason =
      weights?.[row] === 0
        ? `${weight ?? ''}: no weight`
        : blank < dimensions
          ? `${variables[blank] ?? ''}: no value`
          : null;
    if (reason !== null) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      continue;
    }
    // Rows that stay move up over those that do not.
    rowMajor.copyWithin(count * dimensions, from, from + dimensions);
    kept[count++] = row;
  }
  if (count === 0) throw nothingLeft(input);
  const rows = kept.subarray(0, count);
  const key = id === undefined ? null : columns.keys(id);
  return {
    size,
    kept: rows,
    values: rowMajor.subarray(0, count * dimensions),
    weights: Float64Array.from(rows, (row) => weights?.[row] ?? 1),
    excluded: [...counts].map(([reason, number]) => ({ reason, count: number })),
    ids: key === null ? null : Array.from(key.indices, (index) => key.names[index] ?? ''),
  };
}

const nothingLeft = (input: string): WaymarkError =>
  new WaymarkError(
    'NOT_COMPUTABLE',
    `${input}: no row has a weight and a number in every variable.`,
    'Leave out the variable that is mostly blank.',
  );
