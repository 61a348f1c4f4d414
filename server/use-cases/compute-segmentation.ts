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

/** The study's segments with every record stored so far, summed up; computed where something changed. */
export async function readSegmentation(
  context: Context,
  { studyId, scope, seed }: SegmentationRequest,
): Promise<SegmentationSummary> {
  const study = await findStudy(context.store, studyId);
  await context.data.upToDate(study.id, seed);
  return summarizeLatest(context, study.id, scope);
}

/** Computes the segments again, whether something changed or not, stores the result and sums it up. */
export async function computeSegmentation(
  context: Context,
  { studyId, scope, seed }: SegmentationRequest,
): Promise<SegmentationSummary> {
  const study = await findStudy(context.store, studyId);
  await context.data.again(study.id, seed);
  return summarizeLatest(context, study.id, scope);
}

async function summarizeLatest(
  { store }: Context,
  studyId: string,
  scope: BranchScope,
): Promise<SegmentationSummary> {
  const latest = await store.segmentations.latest(studyId);
  if (!latest)
    throw new WaymarkError('NOT_COMPUTABLE', `Study "${studyId}" has no segmentation.`, 'Compute it again.');
  return summarizeSegmentation(latest, scope);
}
