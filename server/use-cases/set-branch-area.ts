import { WaymarkError } from '../../contracts/errors.ts';
import type { BranchArea } from '../../scoring/quality/quality-record.ts';
import { audited } from './audit/audited.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';

/** Sets where the respondents of a branch are to be found. Throws NOT_FOUND where there is no such study or branch. */
export async function setBranchArea(
  context: Context,
  studyId: string,
  branch: string,
  area: BranchArea,
): Promise<void> {
  const study = await findStudy(context.store, studyId);
  if (!study.branches.some(({ code }) => code === branch))
    throw new WaymarkError(
      'NOT_FOUND',
      `The study "${study.title}" has no branch "${branch}".`,
      `Its branches are: ${study.branches.map(({ code }) => code).join(', ')}.`,
    );
  const note = { action: 'study.area', target: `study:${study.id}`, detail: branch };
  await audited(context, note, (inner) => inner.areas.set(study.id, branch, area));
}
