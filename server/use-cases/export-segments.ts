import type { BranchScope } from '../../contracts/roles.ts';
import { segmentsCsv } from '../exports/segments-csv.ts';
import type { Actor } from './audit/actor.ts';
import { record } from './audit/audited.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';
import { narrowSegmentation } from './narrow-segmentation.ts';
import { scopeText } from './people/scope-text.ts';
import { SYNTHETIC_NOTE } from './study-notes.ts';

/**
 * Respondent-level segments as CSV lines, over the branches in scope. Holds no answers and no personal items. Who
 * asked is recorded before the first line is given.
 */
export async function exportSegments(
  context: Context,
  {
    studyId,
    scope,
    actor,
  }: { readonly studyId: string; readonly scope: BranchScope; readonly actor?: Actor },
): Promise<Iterable<string>> {
  const study = await findStudy(context.store, studyId);
  const data = await context.data.upToDate(study.id);
  const note = { actor, action: 'respondents.export', target: `study:${study.id}`, detail: scopeText(scope) };
  await record(context, note, 'allowed');
  const segmentation = narrowSegmentation(data.segmentation, scope);
  return segmentsCsv(segmentation, study.synthetic ? { note: SYNTHETIC_NOTE } : {});
}
