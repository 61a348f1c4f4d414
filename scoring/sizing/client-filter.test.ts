import { describe, expect, it } from 'vitest';
import { compileFilter, filterColumns, type ClientFilter, type FilterColumns } from './client-filter.ts';

const SECTORS = ['food', 'trade'];
const COLUMNS: FilterColumns = {
  coded: () => ({ indices: Uint16Array.of(0, 1, 0xffff), categories: SECTORS }),
  numeric: () => Float64Array.of(100, Number.NaN, 250),
};
const refuse = (column: string, value: string): never => {
  throw new Error(`${column}: no ${value}`);
};
const truths = (filter: ClientFilter): number[] => [0, 1, 2].map(compileFilter(filter, COLUMNS, refuse));

describe('compileFilter', () => {
  it.each<[ClientFilter, number[]]>([
    [{ column: 'sector', in: ['food'] }, [2, 0, 1]],
    [{ column: 'sector', in: ['food', 'trade'] }, [2, 2, 1]],
    [{ column: 'sector', notIn: ['food'] }, [0, 2, 1]],
    [{ column: 'loan', atLeast: 100 }, [2, 1, 2]],
    [{ column: 'loan', atMost: 100 }, [2, 1, 0]],
    [{ column: 'loan', atLeast: 101, atMost: 250 }, [0, 1, 2]],
    [{ not: { column: 'sector', in: ['food'] } }, [0, 2, 1]],
    [
      {
        all: [
          { column: 'sector', in: ['food'] },
          { column: 'loan', atLeast: 200 },
        ],
      },
      [0, 0, 1],
    ],
    [
      {
        any: [
          { column: 'sector', in: ['food'] },
          { column: 'loan', atLeast: 200 },
        ],
      },
      [2, 1, 2],
    ],
  ])('%j holds (2), may hold (1) or fails (0)', (filter, expected) => {
    expect(truths(filter)).toEqual(expected);
  });

  it('refuses a value that never stands in its column', () => {
    expect(() => truths({ column: 'sector', in: ['fish'] })).toThrow('sector: no fish');
  });
});

describe('filterColumns', () => {
  it('names codes and numbers, however deep', () => {
    const filter: ClientFilter = {
      all: [
        { column: 'sector', in: ['food'] },
        {
          not: {
            any: [
              { column: 'loan', atMost: 3 },
              { column: 'area', notIn: ['rural'] },
            ],
          },
        },
      ],
    };
    expect(filterColumns(filter)).toEqual({ coded: ['sector', 'area'], numeric: ['loan'] });
  });
});
