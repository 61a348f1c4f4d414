export interface GrowingColumn<T extends Float64Array | Int8Array | Uint32Array> {
  push(value: number): void;
  /** The values so far, in an array of exactly their length. */
  values(): T;
}

/** A typed column that grows by doubling, so that memory stays flat in what is kept. */
export function growingColumn<T extends Float64Array | Int8Array | Uint32Array>(
  make: (length: number) => T,
): GrowingColumn<T> {
  let buffer = make(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === buffer.length) {
        const grown = make(length * 2);
        grown.set(buffer);
        buffer = grown;
      }
      buffer[length] = value;
      length += 1;
    },
    values: () => buffer.slice(0, length) as T,
  };
}
