import { WaymarkError } from '../../contracts/errors.ts';
import type { Store, StudyRecord } from '../storage/port.ts';

/** The study, or NOT_FOUND. */
export async function findStudy(store: Store, studyId: string): Promise<StudyRecord> {
  const study = await store.studies.find(studyId);
  if (!study)
    throw new WaymarkError(
      'NOT_FOUND',
      `There is no study "${studyId}".`,
      'Choose one from the list of studies.',
    );
  return study;
}
