import { codebookSchema, type Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { checkCodebook } from '../../instruments/check/check-codebook.ts';
import { readJson } from './read-json.ts';

/**
 * Reads a codebook file (JSON) and lets it through the gate. Throws `FILE_UNREADABLE`, or
 * `CODEBOOK_INVALID` with the first fault and its place.
 */
export async function readCodebook(path: string): Promise<Codebook> {
  const json = await readJson(path, 'CODEBOOK_INVALID');
  const [first, ...others] = checkCodebook(json);
  if (first === undefined) return codebookSchema.parse(json);
  const more = others.length === 0 ? '' : ` ${others.length} more: waymark instrument check ${path}`;
  throw new WaymarkError(
    'CODEBOOK_INVALID',
    `${path}, at ${first.where}: ${first.message}`,
    `${first.hint}${more}`,
  );
}
