import { WaymarkError } from '../../../contracts/errors.ts';
import { MISSING_CATEGORY } from '../../../scoring/tabulate/tabulate.ts';
import type { CodedColumn } from '../../imports/read-columns.ts';

export interface KeptRows {
  /** Rows of the file that are weighted. */
  readonly rows: Uint32Array;
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
}

/**
 * The rows that have a weight and a category on every variable of the margins. Throws `BAD_MARGINS` where a
 * category is missing, unless such rows are to be left out, and `BAD_WEIGHT` where nobody is left.
 */
export function keptRows(request: {
  readonly size: number;
  readonly weights: Float64Array | null;
  readonly weightName: string;
  readonly variables: readonly string[];
  readonly coded: (name: string) => CodedColumn;
  readonly leaveOutMissing: boolean;
}): KeptRows {
  const { size, weights, weightName, variables, coded, leaveOutMissing } = request;
  const columns = variables.map((name) => ({ name, indices: coded(name).indices }));
  const excluded = new Map<string, number>();
  const kept: number[] = [];
  for (let row = 0; row < size; row += 1) {
    const missing = columns.find(({ indices }) => indices[row] === MISSING_CATEGORY)?.name;
    let reason: string | null = null;
    if (weights !== null && !((weights[row] as number) > 0)) reason = `${weightName}: no weight`;
    else if (missing !== undefined) reason = `${missing}: no category`;
    if (reason === null) kept.push(row);
    else excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
  }
  const missing = columns.find(({ name }) => excluded.has(`${name}: no category`))?.name;
  if (missing !== undefined && !leaveOutMissing)
    throw new WaymarkError(
      'BAD_MARGINS',
      `"${missing}": ${excluded.get(`${missing}: no category`)} respondents have no category (blank, don't know or refused), so no margin can weigh them.`,
      'Fill the cells, or pass --leave-out-missing: such rows get no weight, and the others stand for them.',
    );
  if (kept.length === 0)
    throw new WaymarkError(
      'BAD_WEIGHT',
      'No respondent is left to weigh: all have no weight, or no category on a variable of the margins.',
      'Check the names given to --weight and the variables of the margins.',
    );
  return {
    rows: Uint32Array.from(kept),
    excluded: [...excluded].map(([reason, count]) => ({ reason, count })),
  };
}
