import { backCheckSchema } from '../../../contracts/back-check.ts';
import type { BackChecks } from '../../../contracts/back-check-report.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { CheckedPair } from '../../../scoring/back-checks/compare-answers.ts';
import { compareBackChecks } from '../../../scoring/back-checks/compare-back-checks.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { scopeWithin } from '../in-scope.ts';
import { loadStudyCodebook } from '../load-study-codebook.ts';
import { parseInterview } from '../review/readable-interview.ts';
import { backCheckItems } from './back-check-items.ts';
import { standingTasks } from './standing-tasks.ts';

/** What was drawn, how far it is, and how interviews and back-checks compare, over the branches of the reader. */
export async function readBackChecks(
  { store }: Context,
  studyId: string,
  scope: BranchScope,
): Promise<BackChecks> {
  const study = await findStudy(store, studyId);
  const [{ codebook }, asked, draws, tasks] = await Promise.all([
    loadStudyCodebook(store, study),
    backCheckItems(study),
    store.backChecks.draws(study.id),
    standingTasks(store, study.id, scope),
  ]);
  const pairs: CheckedPair[] = [];
  for (const { interviewId, enumerator, check, isByHerself } of tasks) {
    if (check?.outcome !== 'completed' || isByHerself) continue;
    const [first, second] = await Promise.all([
      store.personal.textOf(interviewId),
      store.personal.textOf(check.id),
    ]);
    const interview = parseInterview(first ?? '');
    if (!interview || second === null) continue;
    pairs.push({
      id: interviewId,
      enumerator,
      first: interview.answers,
      second: backCheckSchema.parse(JSON.parse(second)).answers,
    });
  }
  const denied = tasks.flatMap(({ enumerator, check, isByHerself }) =>
    check?.outcome === 'denied' && !isByHerself ? [enumerator] : [],
  );
  return {
    studyId: study.id,
    synthetic: study.synthetic,
    draws: draws
      .filter(({ branches }) => scopeWithin(branches, scope))
      .map(({ id, drawnAt, drawnByName, rate01, seed, from, until, strata }) => ({
        ...{ id, drawnAt, drawnBy: drawnByName, rate01, seed, from, until },
        strata: [...strata],
      })),
    tasks: tasks.map(({ id, interviewId, branch, enumerator, check, isOpen, isByHerself }) => ({
      ...{ id, interviewId, branch, enumerator, isOpen, isByHerself },
      outcome: check?.outcome ?? null,
      checkedBy: check?.enumerator ?? null,
      checkedAt: check?.receivedAt ?? null,
    })),
    comparison: compareBackChecks({ codebook, asked, pairs, denied }),
  };
}
