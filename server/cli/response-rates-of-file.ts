import { WaymarkError } from '../../contracts/errors.ts';
import { DISPOSITION_OF, type CaseEnd } from '../../scoring/response-rates/disposition-of.ts';
import { ratesOfCases, type CaseRates } from '../../scoring/response-rates/rates-of-cases.ts';
import { findColumn } from '../imports/find-column.ts';
import { didYouMean } from '../imports/nearest-names.ts';
import { readCsv } from '../imports/read-csv.ts';
import { readWeight } from '../imports/read-weight.ts';

export interface RatesRequest {
  readonly input: string;
  readonly outcome: string;
  readonly by?: string;
  readonly weight?: string;
  readonly e?: number;
}

interface WeighedCase {
  readonly end: CaseEnd;
  readonly weight: number;
}

/**
 * The JSON of `waymark response-rates`: rates overall and by group.
 *
 * @throws WaymarkError UNKNOWN_COLUMN, UNKNOWN_CODE for an outcome that is not one, BAD_WEIGHT, and what `readCsv` throws
 */
export async function responseRatesOfFile(request: RatesRequest): Promise<{
  readonly overall: CaseRates;
  readonly groups: readonly ({ readonly group: string } & CaseRates)[];
  readonly withoutWeight: number;
}> {
  const { input, outcome, by, weight, e } = request;
  const groups = new Map<string, WeighedCase[]>();
  let withoutWeight = 0;
  for await (const { header, rows } of readCsv(input)) {
    const at = findColumn(input, header, outcome);
    const byAt = by === undefined ? -1 : findColumn(input, header, by);
    const weightAt = weight === undefined ? -1 : findColumn(input, header, weight);
    for (const { line, cells } of rows) {
      const end = readEnd(cells[at]?.trim() ?? '', `${input}, line ${line}`);
      const value = weightAt < 0 ? 1 : weightIn(cells[weightAt] ?? '', `${input}, line ${line}`);
      if (value === 0) withoutWeight += 1;
      const group = byAt < 0 ? '' : (cells[byAt]?.trim() ?? '');
      const members = groups.get(group) ?? [];
      if (value > 0) members.push({ end, weight: value });
      groups.set(group, members);
    }
  }
  return {
    overall: ratesOfCases([...groups.values()].flat(), e),
    groups:
      by === undefined
        ? []
        : [...groups]
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([group, cases]) => ({ group, ...ratesOfCases(cases, e) })),
    withoutWeight,
  };
}

/** 0 for a blank cell. */
function weightIn(cell: string, where: string): number {
  const weight = cell.trim() === '' ? 0 : readWeight(cell);
  if (!Number.isNaN(weight)) return weight;
  throw new WaymarkError(
    'BAD_WEIGHT',
    `${where}: expected a weight from 0 to a billion, found "${cell}".`,
    'Write it as a plain number, with a point before decimals.',
  );
}

const isEnd = (word: string): word is CaseEnd => Object.hasOwn(DISPOSITION_OF, word);

function readEnd(word: string, where: string): CaseEnd {
  if (word === '') return 'none';
  if (isEnd(word)) return word;
  const known = Object.keys(DISPOSITION_OF);
  throw new WaymarkError(
    'UNKNOWN_CODE',
    `${where}: "${word}" is no outcome.`,
    didYouMean(word, known, `Use one of: ${known.join(', ')}.`),
  );
}
