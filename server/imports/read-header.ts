import { readCsv } from './read-csv.ts';

/** The names of a file's columns. Throws what `readCsv` throws. */
export async function readHeader(path: string): Promise<readonly string[]> {
  for await (const { header } of readCsv(path)) return header;
  return [];
}
