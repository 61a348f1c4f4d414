import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';

export interface CodebookChoice {
  readonly codebook?: string;
  readonly instrument?: string;
}

/** Where a codebook comes from, in the words of `--help`; the same on every command. */
export const CODEBOOK_OPTION = ['--codebook <file>', 'codebook of the data (JSON)'] as const;
export const INSTRUMENT_OPTION = [
  '--instrument <name>',
  'instrument the data was collected with; the newest version, or name/v1, name@v1',
] as const;

/** Loads the codebook that was asked for; null where none was. Throws where both were. */
export async function resolveCodebook(choice: CodebookChoice): Promise<Codebook | null> {
  if (choice.codebook !== undefined && choice.instrument !== undefined)
    throw new WaymarkError(
      'INVALID_REQUEST',
      'Expected either --codebook or --instrument, but both were given.',
      'Leave one of them out.',
    );
  if (choice.codebook !== undefined) {
    const { readCodebook } = await import('../imports/read-codebook.ts');
    return readCodebook(choice.codebook);
  }
  if (choice.instrument === undefined) return null;
  const { latestVersion, loadCodebook } = await import('../../instruments/registry.ts');
  const [name = '', version] = choice.instrument.split(/[/@]/);
  return loadCodebook(name, version ?? latestVersion(name));
}

/** As `resolveCodebook`, for commands that cannot do without. */
export async function requireCodebook(choice: CodebookChoice): Promise<Codebook> {
  const codebook = await resolveCodebook(choice);
  if (codebook !== null) return codebook;
  throw new WaymarkError(
    'INVALID_REQUEST',
    'Expected --codebook or --instrument, which say what the columns of the file mean.',
    'For data that Waymark collected: --instrument msme-digital-maturity.',
  );
}
