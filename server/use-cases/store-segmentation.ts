import { randomUUID } from 'node:crypto';
import type { SegmentationRecord, Store } from '../storage/port.ts';
import type { Clock } from './clock.ts';
import { segmentationText } from './segmentation-text.ts';
import { sha256 } from './sha256.ts';
import type { StudyData } from './study-data.ts';
import { findStudy } from './find-study.ts';

/**
 * Stores a computed segmentation with all that is needed to compute it again, unless the newest one is
 * the same already.
 */
export async function storeSegmentation(store: Store, clock: Clock, data: StudyData): Promise<void> {
  const text = segmentationText(data);
  const resultHash = sha256(text);
  const latest = await store.segmentations.latest(data.studyId);
  const isSame = latest?.lastSequence === data.lastSequence && latest.lastDecision === data.lastDecision;
  // The text of a result goes when someone in the study is erased, though she may not have counted in it.
  if (isSame && latest.resultHash === resultHash && latest.resultText !== '') return;
  const study = await findStudy(store, data.studyId);
  const record: SegmentationRecord = {
    id: randomUUID(),
    studyId: data.studyId,
    instrument: study.instrument,
    codebookHash: data.codebookHash,
    modelVersion: data.codebook.model.version,
    seed: data.seed,
    dataVersion: data.dataVersion,
    lastSequence: data.lastSequence,
    lastDecision: data.lastDecision,
    resultHash,
    computedAt: clock().toISOString(),
  };
  await store.segmentations.add(record, text);
}
