import type { ResponseRates } from '../../../contracts/response-rates.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import { ratesOfCases } from '../../../scoring/response-rates/rates-of-cases.ts';
import type { Context } from '../context.ts';
import { sumInScope } from '../count-by-branch.ts';
import { findStudy } from '../find-study.ts';
import { inScope } from '../in-scope.ts';
import { readCases, type StandingCase } from './read-cases.ts';
import { refuseUnknownWave } from './refuse-unknown-wave.ts';

/**
 * Outcome rates of the respondent list, over the branches the reader may see, each and together; of one wave where
 * one is asked for. Throws NOT_FOUND, for a wave that the study does not have too.
 */
export async function readResponseRates(
  context: Context,
  {
    studyId,
    scope,
    wave,
  }: { readonly studyId: string; readonly scope: BranchScope; readonly wave?: number | undefined },
): Promise<ResponseRates> {
  const { store } = context;
  const study = await findStudy(store, studyId);
  if (wave !== undefined) await refuseUnknownWave(store, study.id, wave);
  const [all, interviews, counted, erasedOfCases, erased, visits] = await Promise.all([
    readCases(context, study),
    store.submissions.listCaseInterviews(study.id),
    store.submissions.countByBranch(study.id),
    store.erasures.caseInterviews(study.id),
    store.erasures.countByBranch(study.id),
    store.submissions.readField(study.id, 'visit'),
  ]);
  const cases = all.filter((one) => inScope(scope, one.branch) && (wave === undefined || one.wave === wave));
  const known = new Set(all.map(({ id }) => id));
  const isListed = ({ caseId }: { readonly caseId: string | null }): boolean =>
    caseId !== null && known.has(caseId);
  const listed = [...interviews, ...erasedOfCases].filter(
    (one) => inScope(scope, one.branch) && isListed(one),
  ).length;
  return {
    studyId: study.id,
    synthetic: study.synthetic,
    overall: rates(cases),
    branches: study.branches
      .filter(({ code }) => inScope(scope, code))
      .map(({ code, name }) => ({ code, name, ...rates(cases.filter(({ branch }) => branch === code)) })),
    foundOnTheSpot: {
      interviews: sumInScope([...counted, ...erased.agreed, ...erased.declined], scope) - listed,
      visits: visits.filter((one) => inScope(scope, one.branch) && !isListed(one)).length,
    },
  };
}

const rates = (cases: readonly StandingCase[]) =>
  ratesOfCases(cases.map(({ standing }) => ({ end: standing.outcome ?? 'none' })));
