import { WaymarkError } from '../../contracts/errors.ts';
import { MISSING_CATEGORY } from './tabulate.ts';

/** A column of codes as category indices, and the categories they point to. */
export interface EncodedColumn {
  readonly indices: Uint16Array;
  readonly categories: readonly string[];
}

export interface ColumnEncoder {
  /** Appends one value. An empty string is missing; so is a code outside known categories. */
  add(code: string): void;
  finish(): EncodedColumn;
}

/**
 * Turns string codes, one at a time, into category indices. With `known`, categories are those, in
 * that order. Without, they are what came, sorted by `compareCodes`. Memory grows by doubling, two
 * bytes a value. Throws NOT_COMPUTABLE at the 65,536th category.
 */
export function createColumnEncoder(known?: readonly string[]): ColumnEncoder {
  const places = new Map((known ?? []).map((code, place) => [code, place]));
  let indices = new Uint16Array(1024);
  let length = 0;
  const placeOf = (code: string): number => {
    if (code === '') return MISSING_CATEGORY;
    const place = places.get(code);
    if (place !== undefined) return place;
    if (known !== undefined) return MISSING_CATEGORY;
    if (places.size === MISSING_CATEGORY) {
      throw new WaymarkError(
        'NOT_COMPUTABLE',
        'A variable has more than 65,535 categories.',
        'Choose a coded variable.',
      );
    }
    places.set(code, places.size);
    return places.size - 1;
  };
  return {
    add: (code) => {
      if (length === indices.length) {
        const grown = new Uint16Array(length * 2);
        grown.set(indices);
        indices = grown;
      }
      indices[length] = placeOf(code);
      length += 1;
    },
    finish: () => {
      const found = [...places.keys()];
      if (known !== undefined) return { indices: indices.slice(0, length), categories: found };
      const categories = found.toSorted(compareCodes);
      const sorted = new Map(categories.map((code, place) => [code, place]));
      const moved = found.map((code) => sorted.get(code)!);
      return {
        indices: indices.slice(0, length).map((place) => moved[place] ?? MISSING_CATEGORY),
        categories,
      };
    },
  };
}

/** `createColumnEncoder` over values that are all there. */
export function encode(codes: Iterable<string>, known?: readonly string[]): EncodedColumn {
  const encoder = createColumnEncoder(known);
  for (const code of codes) encoder.add(code);
  return encoder.finish();
}

/** Numbers by size and before words; words by their characters. The same on every machine. */
export function compareCodes(a: string, b: string): number {
  const left = Number(a);
  const right = Number(b);
  const leftIsNumber = a.trim() !== '' && Number.isFinite(left);
  const rightIsNumber = b.trim() !== '' && Number.isFinite(right);
  if (leftIsNumber && rightIsNumber && left !== right) return left - right;
  if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
