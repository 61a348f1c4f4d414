import { readFile } from 'node:fs/promises';
import { codebookSchema, type Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { fileError } from './file-error.ts';

/** Reads a codebook file (JSON). Throws `FILE_UNREADABLE` or `CODEBOOK_INVALID` with the place of the fault. */
export async function readCodebook(path: string): Promise<Codebook> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileError(path, error);
  });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new WaymarkError(
      'CODEBOOK_INVALID',
      `${path}: expected JSON, but ${error instanceof Error ? error.message : 'it cannot be read'}.`,
      'Look for a missing comma, quote or bracket at that place.',
    );
  }
  const parsed = codebookSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const place = first === undefined || first.path.length === 0 ? 'the whole file' : first.path.join('.');
  const more = parsed.error.issues.length - 1;
  throw new WaymarkError(
    'CODEBOOK_INVALID',
    `${path}, at ${place}: ${first?.message ?? 'not a codebook'}${more > 0 ? ` (and ${more} more)` : ''}.`,
    'A codebook is described in contracts/codebook.ts; correct the file at that place.',
  );
}
