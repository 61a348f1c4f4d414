type NumberArray =
  Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Uint8Array | Int8Array;

/**
 * The same numbers in memory that threads share. An array that is shared already is returned as it
 * is; any other is copied once, so let go of the original where memory matters.
 */
export function toShared<T extends NumberArray>(values: T): T {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const make = values.constructor as new (buffer: SharedArrayBuffer) => T;
  const shared = new make(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}
