import type { BranchScope } from '../../contracts/roles.ts';
import type { StudyQualityReport } from '../../contracts/supervision.ts';
import { reportQuality } from '../../scoring/quality/check-quality.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';
import { inScope } from './in-scope.ts';

/**
 * What the checks say of a study's interviews, over the branches the reader may see. Medians, doubles and
 * the correction for many comparisons are those of the whole study. Most doubts first, then the newest.
 */
export async function readQuality(
  { store, quality }: Context,
  studyId: string,
  scope: BranchScope,
): Promise<StudyQualityReport> {
  const study = await findStudy(store, studyId);
  const { examined, interviews } = await quality.upToDate(study.id);
  const { findings, ...report } = reportQuality(examined, (branch) => inScope(scope, branch));
  const byInterview = groupById(findings);
  const doubtful = [...byInterview].flatMap(([id, found]) => {
    const overview = interviews.get(id);
    return overview === undefined
      ? []
      : [{ ...overview, findings: found.map(({ check, rule, reason }) => ({ check, rule, reason })) }];
  });
  return {
    ...report,
    studyId: study.id,
    synthetic: study.synthetic,
    doubtful: doubtful.toSorted(
      (a, b) => b.findings.length - a.findings.length || b.receivedAt.localeCompare(a.receivedAt),
    ),
  };
}

function groupById<T extends { readonly id: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(one.id, [...(groups.get(one.id) ?? []), one]);
  return groups;
}
