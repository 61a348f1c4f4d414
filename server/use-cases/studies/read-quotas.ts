import type { BranchScope } from '../../../contracts/roles.ts';
import type { QuotaBoard } from '../../../contracts/study-setup.ts';
import type { SetupRecord } from '../../storage/port.ts';
import type { Context } from '../context.ts';
import { expectedByToday } from '../expected-by-today.ts';
import { findStudy } from '../find-study.ts';
import { inScope } from '../in-scope.ts';
import { tableAxis } from '../table-axis.ts';

/**
 * Quotas against what is completed. A quota over all branches is shown only to who may see all of them. The group
 * is read as tables read it: an answer to a question that does not apply is not there. Throws NOT_FOUND.
 */
export async function readQuotas(
  { store, clock, data: studyData }: Context,
  {
    studyId,
    scope,
    language,
  }: { readonly studyId: string; readonly scope: BranchScope; readonly language: string },
): Promise<QuotaBoard> {
  const study = await findStudy(store, studyId);
  const setup = await store.studies.setup(study.id);
  const quotas = setup.quotas.filter(({ branch }) =>
    branch === null ? scope === null : inScope(scope, branch),
  );
  if (quotas.length === 0) return [];
  const data = await studyData.upToDate(study.id);
  const today = clock().toISOString().slice(0, 10);
  const period = runningPeriod(setup, today);
  const names = new Map(study.branches.map(({ code, name }) => [code, name]));
  const { branches } = data.segmentation;
  return quotas.map((quota) => {
    const side = quota.variable === null ? null : tableAxis(study, data, quota.variable, scope, language);
    const place = side?.axis.categories.findIndex(({ code }) => code === quota.code) ?? -1;
    // Of whom nothing but the count is left, no group is known.
    let completed = side === null && quota.branch !== null ? (data.erased.get(quota.branch) ?? 0) : 0;
    for (const [row, branch] of branches.entries())
      if ((quota.branch ?? branch) === branch && (side === null || side.entries[row] === place))
        completed += 1;
    return {
      ...quota,
      label: side?.axis.categories[place]?.label ?? quota.code,
      branchName: quota.branch === null ? null : (names.get(quota.branch) ?? quota.branch),
      completed,
      expected: period === null ? null : expectedByToday({ interviews: quota.interviews, ...period }, today),
    };
  });
}

/** From when to when work goes on: the wave that runs, or ran last; without waves, the study. */
function runningPeriod(
  { startsOn, endsOn, waves }: Pick<SetupRecord, 'startsOn' | 'endsOn' | 'waves'>,
  today: string,
): { readonly startsOn: string; readonly endsOn: string } | null {
  const wave = waves.findLast((one) => one.startsOn <= today) ?? waves[0];
  if (wave !== undefined) return { startsOn: wave.startsOn, endsOn: wave.endsOn };
  return startsOn === null || endsOn === null ? null : { startsOn, endsOn };
}
