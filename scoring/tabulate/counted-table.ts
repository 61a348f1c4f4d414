import { cellSums } from '../design/cell-sums.ts';
import type { CellSums } from '../design/additive-sums.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { MISSING_CATEGORY, tabulate, type TableStatistics } from './tabulate.ts';

/** The additive sums of a table per PSU or stratum, and the design they are of. */
export interface ComplexTable {
  readonly design: SurveyDesign;
  readonly sums: CellSums;
}

/** What one pass over the data gives: enough for every figure of a table. */
export interface CountedTable {
  readonly statistics: TableStatistics;
  /** Respondents of the whole design, those outside the table included. */
  readonly respondents: number;
  readonly weighted: boolean;
  /** With strata, PSUs or finite populations; null where rows are a simple sample. */
  readonly complex: ComplexTable | null;
}

export interface CountTableInput {
  readonly design: SurveyDesign;
  /** Category (or pattern) of each row of the design; 65535: none. */
  readonly rows: Uint16Array;
  readonly columns: Uint16Array;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Counts a table over a survey design in one pass. Rows of weight 0 are in no cell. */
export function countTable({ design, rows, columns, rowCount, columnCount }: CountTableInput): CountedTable {
  const { respondents, isWeighted } = design;
  if (design.isSimple) {
    // Rows of weight 0 are left out by their weight.
    const weighs = isWeighted || respondents < design.size;
    const statistics = tabulate({
      rows,
      columns,
      rowCount,
      columnCount,
      ...(weighs ? { weights: design.weights } : {}),
    });
    return { statistics, respondents, weighted: isWeighted, complex: null };
  }
  const cell = new Uint32Array(design.size);
  for (let row = 0; row < cell.length; row += 1) {
    const [across, down] = [rows[row]!, columns[row]!];
    const isOutside = across === MISSING_CATEGORY || down === MISSING_CATEGORY;
    cell[row] = isOutside ? 0xffffffff : across * columnCount + down;
  }
  const sums = cellSums(design, cell, rowCount * columnCount);
  const sumWeights = new Float64Array(sums.cellCount);
  sums.cells.forEach((place, at) => {
    sumWeights[place] = sumWeights[place]! + sums.sums[at]!;
  });
  const { n, sumSquaredWeights } = sums;
  const counted = n.reduce((sum, value) => sum + value, 0);
  const statistics = {
    rowCount,
    columnCount,
    n,
    sumWeights,
    sumSquaredWeights,
    excluded: design.size - counted,
  };
  return { statistics, respondents, weighted: isWeighted, complex: { design, sums } };
}
