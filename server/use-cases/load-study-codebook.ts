import { codebookSchema, type Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { loadCodebook } from '../../instruments/registry.ts';
import type { Store, StudyRecord } from '../storage/port.ts';
import { sha256 } from './sha256.ts';

export interface StudyCodebook {
  readonly codebook: Codebook;
  /** SHA-256 of the codebook's JSON. */
  readonly hash: string;
}

/** The codebook that a study is read with: its instrument's, or the one it brought. */
export async function loadStudyCodebook(
  store: Pick<Store, 'studies'>,
  study: StudyRecord,
): Promise<StudyCodebook> {
  if (study.codebookHash === null) {
    const codebook = await loadCodebook(study.instrument.name, study.instrument.version);
    return { codebook, hash: sha256(JSON.stringify(codebook)) };
  }
  const text = await store.studies.codebookText(study.codebookHash);
  if (text === null)
    throw new WaymarkError(
      'CODEBOOK_INVALID',
      `The codebook ${study.codebookHash} of study "${study.id}" is not in the database.`,
      'Restore a backup of the database.',
    );
  return { codebook: codebookSchema.parse(JSON.parse(text)), hash: study.codebookHash };
}
