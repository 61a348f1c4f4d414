import type { BranchScope } from '../../contracts/roles.ts';
import { segmentsCsv } from '../exports/segments-csv.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';
import { narrowSegmentation } from './narrow-segmentation.ts';
import { SYNTHETIC_NOTE } from './study-notes.ts';

/** Respondent-level segments as CSV lines, over the branches in scope. Holds no answers and no personal items. */
export async function exportSegments(
  context: Context,
  { studyId, scope }: { readonly studyId: string; readonly scope: BranchScope },
): Promise<Iterable<string>> {
  const study = await findStudy(context.store, studyId);
  const data = await context.data.upToDate(study.id);
  const segmentation = narrowSegmentation(data.segmentation, scope);
  return segmentsCsv(segmentation, study.synthetic ? { note: SYNTHETIC_NOTE } : {});
}
