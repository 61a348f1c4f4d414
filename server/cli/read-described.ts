import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { IntervalMethod } from '../../scoring/statistics/proportion-interval.ts';
import {
  readColumns,
  type CodedColumn,
  type ColumnsRequest,
  type FileColumns,
} from '../imports/read-columns.ts';
import type { DesignOptions } from './design-options.ts';
import { withDesign } from './read-design.ts';

export interface DescribedColumns {
  readonly columns: FileColumns;
  readonly isNumeric: boolean;
}

/**
 * Reads the column to be described as numbers or as categories: as asked for, else as the codebook says,
 * else as numbers where every cell is one. A column of numbers with a few other words in it is refused
 * with the first of them (`BAD_NUMBER`), rather than counted as categories.
 */
export async function readDescribed(request: DescribeRequest): Promise<DescribedColumns> {
  const { input, variable, by, codebook } = request;
  const base: ColumnsRequest = withDesign(
    { path: input, codebook, coded: by === undefined ? [] : [by] },
    request,
  );
  const asNumbers = async () => readColumns({ ...base, numeric: [...(base.numeric ?? []), variable] });
  const asCategories = async () => readColumns({ ...base, coded: [...(base.coded ?? []), variable] });
  const known = codebook?.variables.find(({ name }) => name === variable);
  const isAskedFor = request.numeric === true || request.categorical === true;
  if (isAskedFor || known !== undefined) {
    const isNumeric = isAskedFor ? request.numeric === true : known?.type === 'number';
    return { columns: await (isNumeric ? asNumbers() : asCategories()), isNumeric };
  }
  try {
    return { columns: await asNumbers(), isNumeric: true };
  } catch (error) {
    if (!(error instanceof WaymarkError && error.code === 'BAD_NUMBER')) throw error;
    const columns = await asCategories();
    if (!isMostlyNumbers(columns.coded(variable))) return { columns, isNumeric: false };
    throw new WaymarkError(
      error.code,
      error.message,
      'Correct the cell, or pass --categorical to count the column as categories.',
    );
  }
}

const NOT_FINITE = /^[+-]?(?:inf|infinity|nan)$/i;
/** Different numbers above which a column with some words in it is taken for numbers with slips. */
const MANY = 10;

function isMostlyNumbers({ axis }: CodedColumn): boolean {
  const codes = axis.categories.map(({ code }) => code);
  const numbers = codes.filter((code) => Number.isFinite(Number(code))).length;
  const notFinite = codes.filter((code) => NOT_FINITE.test(code)).length;
  const words = codes.length - numbers - notFinite;
  return words === 0 || (numbers > MANY && numbers > words);
}

export interface DescribeRequest extends DesignOptions {
  readonly input: string;
  readonly variable: string;
  /** A coded variable: one description for each of its categories, as domains of the full design. */
  readonly by?: string;
  readonly categorical?: boolean;
  readonly numeric?: boolean;
  readonly interval: IntervalMethod;
  readonly codebook: Codebook | null;
}
