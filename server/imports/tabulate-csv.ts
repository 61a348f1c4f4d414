import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { Crosstab } from '../../contracts/table.ts';
import { growingColumn } from '../../scoring/growing-column.ts';
import { crosstab } from '../../scoring/tabulate/crosstab.ts';
import { tabulate } from '../../scoring/tabulate/tabulate.ts';
import { createAxisReader, type AxisReader } from './axis-reader.ts';
import { findColumn } from './find-column.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { readWeight } from './read-weight.ts';

export interface TabulateCsvRequest {
  readonly path: string;
  readonly rows: string;
  readonly columns: string;
  /** Column of sampling weights; absent: everyone counts 1. */
  readonly weight?: string;
  /** Gives labels, the order of the categories, and which codes are missing. */
  readonly codebook: Codebook | null;
}

/**
 * Cross-tabulates two columns of any CSV file. Memory: 12 bytes a row. Who is left out (nothing on
 * either variable, or no weight) is counted with the reason, once.
 *
 * Throws what `readCsv` throws, `UNKNOWN_COLUMN` with the nearest names, `UNKNOWN_CODE`, and
 * `BAD_WEIGHT` for a weight that is not a number or is negative.
 */
export async function tabulateCsv(request: TabulateCsvRequest): Promise<Crosstab> {
  const { path, codebook, weight } = request;
  const excluded = new Map<string, number>();
  const weights = growingColumn((length) => new Float64Array(length));
  const axes: AxisReader[] = [];
  const leaveOut = (reason: string): void => void excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
  let weigh: (row: CsvRow) => number = () => 1;

  for await (const { header, rows } of readCsv(path)) {
    if (axes.length === 0) {
      for (const name of [request.rows, request.columns])
        axes.push(createAxisReader(codebook, path, header, name));
      if (weight !== undefined) weigh = weightReader(path, header, weight);
    }
    const [first, second] = axes as [AxisReader, AxisReader];
    for (const row of rows) {
      const one = first.read(row);
      const other = second.read(row);
      const weighs = weigh(row);
      if (one === '') leaveOut(first.reasonFor(row));
      else if (other === '') leaveOut(second.reasonFor(row));
      else if (weighs === 0) leaveOut(`${weight ?? ''}: no weight`);
      else {
        first.add(one);
        second.add(other);
        weights.push(weighs);
      }
    }
  }

  const [rows, columns] = axes.map((axis) => axis.finish()) as [Finished, Finished];
  const isWeighted = weight !== undefined;
  return crosstab({
    statistics: tabulate({
      rows: rows.indices,
      columns: columns.indices,
      rowCount: rows.axis.categories.length,
      columnCount: columns.axis.categories.length,
      ...(isWeighted ? { weights: weights.values() } : {}),
    }),
    rows: rows.axis,
    columns: columns.axis,
    weighted: isWeighted,
    excluded: [...excluded].map(([reason, count]) => ({ reason, count })),
    notes: codebook?.attribution === undefined ? [] : [codebook.attribution],
  });
}

type Finished = ReturnType<AxisReader['finish']>;

/** Reads the weight of a row; 0 where there is none. */
function weightReader(path: string, header: readonly string[], name: string): (row: CsvRow) => number {
  const at = findColumn(path, header, name);
  return ({ cells, line }) => {
    const cell = cells[at] as string;
    const weight = cell.trim() === '' ? 0 : readWeight(cell);
    if (weight >= 0) return weight;
    throw new WaymarkError(
      'BAD_WEIGHT',
      `${path}, line ${line}, column "${name}": expected a weight, a number from 0 to a billion; found "${cell.slice(0, 80)}".`,
      'Correct the cell. Write decimals with a point.',
    );
  };
}
