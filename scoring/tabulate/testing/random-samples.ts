import fc from 'fast-check';
import { crosstabSchema, type Crosstab } from '../../../contracts/table.ts';
import { createDesign } from '../../design/create-design.ts';
import { createRandom } from '../../random/create-random.ts';
import { countTable } from '../counted-table.ts';
import { crosstab, type Axis, type CrosstabOptions } from '../crosstab.ts';
import { onePattern } from '../table-patterns.ts';
import { MISSING_CATEGORY } from '../tabulate.ts';

/** Random people, drawn with or without weights, strata and PSUs, some without an answer. */
export const samples = fc
  .record({
    rowCount: fc.integer({ min: 1, max: 5 }),
    columnCount: fc.integer({ min: 1, max: 5 }),
    size: fc.integer({ min: 2, max: 160 }),
    seed: fc.integer(),
    weighted: fc.boolean(),
    stratified: fc.boolean(),
    clustered: fc.boolean(),
  })
  .map(({ size, seed, ...shape }) => {
    const random = createRandom(seed);
    const pick = (count: number) =>
      random.next() < 0.08 ? MISSING_CATEGORY : Math.floor(random.next() ** 2 * count);
    const psu = Uint32Array.from({ length: size }, () => Math.floor(random.next() * 14));
    return {
      ...shape,
      size,
      rows: Uint16Array.from({ length: size }, () => pick(shape.rowCount)),
      columns: Uint16Array.from({ length: size }, () => pick(shape.columnCount)),
      weights: Float64Array.from({ length: size }, () => 0.1 + random.next() * 5),
      psu,
      strata: psu.map((unit) => unit % 3),
    };
  });
type Sample = typeof samples extends fc.Arbitrary<infer T> ? T : never;

export const axis = (variable: string, codes: readonly string[]): Axis => ({
  variable,
  label: variable,
  categories: codes.map((code) => ({ code, label: code })),
});
export const names = (letter: string, count: number) =>
  onePattern(count).map(([place]) => `${letter}${place}`);

export function designOf(sample: Sample, scale = 1) {
  const { size, weights, strata, psu, weighted, stratified, clustered } = sample;
  return createDesign({
    size,
    ...(weighted && { weights: weights.map((weight) => weight * scale) }),
    ...(stratified && { strata }),
    ...(clustered && { psu }),
  });
}

export function tableOf(
  sample: Sample,
  options: CrosstabOptions = {},
  { scale = 1, rowNames = names('r', sample.rowCount), columnNames = names('c', sample.columnCount) } = {},
): Crosstab {
  const design = designOf(sample, scale);
  const table = crosstab({
    ...countTable({ ...sample, design }),
    rows: axis('rows', rowNames),
    columns: axis('columns', columnNames),
    excluded: [],
    notes: [],
    options: { comparisons: true, trend: true, ...options },
  });
  return crosstabSchema.parse(table);
}
