import type { Axis } from '../../scoring/tabulate/crosstab.ts';
import type { Patterns } from '../../scoring/tabulate/table-patterns.ts';
import type { CsvRow } from './read-csv.ts';

/** A side of a table as typed columns. */
export interface SideColumn {
  /** Category of each row, or pattern where the side has several answers; 65535: none. */
  readonly indices: Uint16Array;
  readonly axis: Axis;
  /** Categories of each pattern; null: one answer. */
  readonly patterns: Patterns | null;
  /** Why a row has none: place in `reasons`; −1: it has one. */
  readonly reasonOf: Int8Array;
  readonly reasons: readonly string[];
}

/** A reader that says why a row has no category, or null where it has one. */
export interface AnswerSource {
  read(row: CsvRow): string | null;
  finish(): Pick<SideColumn, 'indices' | 'axis' | 'patterns'>;
}
