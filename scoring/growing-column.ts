export interface GrowingColumn<T extends Float64Array | Int8Array | Uint32Array> {
  push(value: number): void;
  /** The values so far, in an array of exactly their length. */
  values(): T;
  /** The same without a copy: a view of memory of up to `factor` times the length, of which the rest was never used. */
  view(): T;
}

/**
 * A typed column that grows by doubling, so that memory stays flat in what is kept.
 *
 * @param factor by how much it grows. Memory that was never written to is not in use, but what was outgrown is
 * until it is collected: 8 leaves less of it behind.
 */
export function growingColumn<T extends Float64Array | Int8Array | Uint32Array>(
  make: (length: number) => T,
  factor = 2,
): GrowingColumn<T> {
  let buffer = make(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === buffer.length) {
        const grown = make(length * factor);
        grown.set(buffer);
        buffer = grown;
      }
      buffer[length] = value;
      length += 1;
    },
    values: () => buffer.slice(0, length) as T,
    view: () => buffer.subarray(0, length) as T,
  };
}
