import reference from '../reference/weighting.json' with { type: 'json' };
import { encode } from '../tabulate/encode.ts';
import type { Margin } from './margin.ts';

/** What R computed, and the synthetic sample it did so on. */
export { reference };

type Counts = Readonly<Record<string, number>>;

/** A margin of a column of the sample, with counts by category. */
export function marginOf(name: string, codes: readonly string[], counts: Counts): Margin {
  const { indices, categories } = encode(codes);
  return { name, categories, counts: Float64Array.from(categories, (code) => counts[code]!), indices };
}

const { sex, age, place } = reference.data;

export const SEX = marginOf('sex', sex, { man: 3700, woman: 4300 });
export const AGE = marginOf('age', age, { middle: 4100, old: 1500, young: 2400 });
export const PLACE = marginOf('place', place, { rural: 4500, town: 3500 });
export const SEX_AND_AGE = marginOf(
  'sex × age',
  sex.map((one, row) => `${one} ${age[row]!}`),
  {
    'man middle': 1900,
    'woman middle': 2200,
    'man old': 640,
    'woman old': 860,
    'man young': 1160,
    'woman young': 1240,
  },
);
export const WEIGHTS = Float64Array.from(reference.data.weight);
