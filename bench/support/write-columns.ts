import { open } from 'node:fs/promises';

/** Writes typed columns one after the other, as they lie in memory: what every other program can read. */
export async function writeColumns(
  path: string,
  columns: readonly (Uint16Array | Uint32Array | Float64Array)[],
): Promise<void> {
  const handle = await open(path, 'w');
  try {
    for (const column of columns)
      await handle.writeFile(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  } finally {
    await handle.close();
  }
}
