import type { TableSide } from '../../scoring/tabulate/table-side.ts';
import type { CsvRow } from './read-csv.ts';

/** Reads one variable of a side: says why a row has no category, or null where it has one. */
export interface AnswerSource {
  read(row: CsvRow): string | null;
  finish(): TableSide;
}
