import type { BackCheckItems } from '../../../contracts/back-check.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import { loadBackCheckItems } from '../../../instruments/registry.ts';
import type { StudyRecord } from '../../storage/port.ts';

/**
 * What a back-check of a study asks.
 *
 * @throws WaymarkError NOT_COMPUTABLE where its instrument does not say
 */
export async function backCheckItems(
  study: StudyRecord,
  version = study.instrument.version,
): Promise<BackCheckItems> {
  const items = study.codebookHash === null ? await loadBackCheckItems(study.instrument.name, version) : null;
  if (items) return items;
  throw new WaymarkError(
    'NOT_COMPUTABLE',
    `The instrument of study "${study.id}" does not say what a back-check asks.`,
    'Add a back-check.json beside its survey.json: see instruments/README.md.',
  );
}
