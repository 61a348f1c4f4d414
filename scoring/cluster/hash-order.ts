const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Orders rows by a 32-bit hash of their values (murmur3's mixing), then by the values themselves, then
 * by weight, so that equal rows stand side by side. Linear in the rows: a radix sort, and comparisons
 * only within equal hashes.
 *
 * @returns `order`: row numbers; `starts`: where each run of equal rows starts in it, and its end.
 */
export function hashOrder(
  values: Float64Array,
  weights: Float64Array,
  dimensions: number,
): { order: Uint32Array; starts: Uint32Array } {
  const count = weights.length;
  const hashes = hashRows(values, count, dimensions);
  const order = radixOrder(hashes);
  const compare = (a: number, b: number): number => {
    for (let d = 0; d < dimensions; d += 1) {
      const difference = values[a * dimensions + d]! - values[b * dimensions + d]!;
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const starts = new Uint32Array(count + 1);
  let groups = 0;
  for (let from = 0; from < count;) {
    const hash = hashes[order[from]!];
    let to = from + 1;
    let plain = true;
    for (; to < count && hashes[order[to]!] === hash; to += 1) {
      plain &&= weights[order[to]!] === weights[order[from]!] && compare(order[from]!, order[to]!) === 0;
    }
    // Equal rows of equal weight stand in any order; all else is put in the one order.
    if (!plain) {
      order.subarray(from, to).sort((a, b) => compare(a, b) || weights[a]! - weights[b]!);
    }
    for (let place = from; place < to; place += 1) {
      if (place > from && (plain || compare(order[place - 1]!, order[place]!) === 0)) continue;
      starts[groups] = place;
      groups += 1;
    }
    from = to;
  }
  starts[groups] = count;
  return { order, starts: starts.slice(0, groups + 1) };
}

function hashRows(values: Float64Array, count: number, dimensions: number): Uint32Array {
  const hashes = new Uint32Array(count);
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const wordsPerRow = 2 * dimensions;
  for (let row = 0, at = 0; row < count; row += 1) {
    let hash = 0;
    for (const end = at + wordsPerRow; at < end; at += 2) {
      // −0 differs from 0 in its sign alone: it is hashed as 0.
      const isZero = values[at >>> 1] === 0;
      hash = mix(mix(hash, isZero ? 0 : words[at]!), isZero ? 0 : words[at + 1]!);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hashes[row] = hash ^ (hash >>> 16);
  }
  return hashes;
}

function mix(hash: number, word: number): number {
  const k = Math.imul(word, 0xcc9e2d51);
  const mixed = hash ^ Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** Row numbers in the order of their hashes: three passes of 11 bits. */
function radixOrder(hashes: Uint32Array): Uint32Array {
  const count = hashes.length;
  let order = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) order[row] = row;
  let next = new Uint32Array(count);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const places = new Uint32Array(DIGITS + 1);
    for (let row = 0; row < count; row += 1) {
      const digit = ((hashes[row]! >>> shift) & (DIGITS - 1)) + 1;
      places[digit] = places[digit]! + 1;
    }
    for (let digit = 0; digit < DIGITS; digit += 1) places[digit + 1] = places[digit + 1]! + places[digit]!;
    for (let place = 0; place < count; place += 1) {
      const row = order[place]!;
      const digit = (hashes[row]! >>> shift) & (DIGITS - 1);
      next[places[digit]!] = row;
      places[digit] = places[digit]! + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}
