import { WaymarkError } from '../../../contracts/errors.ts';
import type { StoreInTransaction } from '../../storage/port.ts';

/** Throws NOT_FOUND where the study has no wave of that number. */
export async function refuseUnknownWave(
  store: Pick<StoreInTransaction, 'studies'>,
  studyId: string,
  wave: number,
): Promise<void> {
  const { waves } = await store.studies.setup(studyId);
  if (waves.some(({ number }) => number === wave)) return;
  throw new WaymarkError(
    'NOT_FOUND',
    `The study "${studyId}" has no wave ${wave}.`,
    waves.length === 0
      ? 'Add waves to the study first, or leave the wave out.'
      : `Its waves are: ${waves.map(({ number }) => number).join(', ')}.`,
  );
}
