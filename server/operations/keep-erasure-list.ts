import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErasureStatement } from '../../contracts/personal.ts';
import { flushToDisk } from './flush-to-disk.ts';

/** The list of erasures beside the database, one statement a line: a restore makes them again by it. */
const ERASURE_LIST = 'erasures.jsonl';

/** Writes the list anew; it is there whole or as it was before. None is written while nobody was erased. */
export async function keepErasureList(
  dataDir: string,
  statements: readonly ErasureStatement[],
): Promise<void> {
  if (statements.length === 0) return;
  const partial = join(dataDir, `.${ERASURE_LIST}.${randomUUID()}.partial`);
  const text = statements.map((statement) => `${JSON.stringify(statement)}\n`).join('');
  await writeFile(partial, text, { mode: 0o600, flush: true });
  await rename(partial, join(dataDir, ERASURE_LIST));
  await flushToDisk(dataDir);
}
