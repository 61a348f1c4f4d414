import type { SegmentationSummary } from '../../contracts/api.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';
import { summarizeSegmentation } from './summarize-segmentation.ts';

export interface SegmentationRequest {
  readonly studyId: string;
  /** Branches the reader may see. */
  readonly scope: BranchScope;
  /** Seed of the clusters; absent: that of the newest segmentation. */
  readonly seed?: number;
}

/** Segments a study with every record stored so far, stores the result and sums it up. */
export async function computeSegmentation(
  context: Context,
  { studyId, scope, seed }: SegmentationRequest,
): Promise<SegmentationSummary> {
  const study = await findStudy(context.store, studyId);
  await context.data.upToDate(study.id, seed);
  return readSegmentation(context, { studyId, scope });
}

/**
 * The newest stored segmentation, computed if there is none yet. `stale` says that records arrived since.
 */
export async function readSegmentation(
  context: Context,
  { studyId, scope }: SegmentationRequest,
): Promise<SegmentationSummary> {
  const study = await findStudy(context.store, studyId);
  let latest = await context.store.segmentations.latest(study.id);
  if (!latest) {
    await context.data.upToDate(study.id);
    latest = await context.store.segmentations.latest(study.id);
  }
  if (!latest)
    throw new WaymarkError('NOT_COMPUTABLE', `Study "${study.id}" has no segmentation.`, 'Compute it again.');
  const { lastSequence } = await context.store.submissions.mark(study.id);
  return summarizeSegmentation(latest, scope, lastSequence !== latest.lastSequence);
}
