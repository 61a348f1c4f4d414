import { randomUUID } from 'node:crypto';
import type { DrawRequestBody } from '../../../contracts/back-check-report.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import { drawBackChecks } from '../../../scoring/back-checks/draw-back-checks.ts';
import type { Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { inScope } from '../in-scope.ts';
import { backCheckItems } from './back-check-items.ts';

export interface DrawSample extends DrawRequestBody {
  readonly studyId: string;
  readonly scope: BranchScope;
  readonly actor: Actor;
}

/**
 * Draws interviews to be checked again, among those that count, with people who agreed, that came between two days.
 * The draw is kept with its seed and strata, and recorded.
 *
 * @throws WaymarkError NOT_COMPUTABLE where there is none to draw from, or the instrument has no back-check
 */
export async function drawSample(context: Context, wanted: DrawSample): Promise<{ drawn: number }> {
  const { store, clock, quality } = context;
  const { scope, actor, rate01, seed, from, until } = wanted;
  const study = await findStudy(store, wanted.studyId);
  await backCheckItems(study);
  const { examined, interviews } = await quality.upToDate(study.id);
  const agreed = new Set(examined.interviews.map(({ id }) => id));
  const rows = (await store.review.list(study.id)).filter(
    ({ id, branch, receivedAt }) =>
      agreed.has(id) &&
      inScope(scope, branch) &&
      receivedAt.slice(0, 10) >= from &&
      receivedAt.slice(0, 10) <= until,
  );
  if (rows.length === 0)
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `No interview came between ${from} and ${until} in your branches.`,
      'Choose other days.',
    );
  const note = (drawn: number) => ({
    actor,
    action: 'backcheck.run',
    target: `study:${study.id}`,
    detail: `drew ${drawn} of ${rows.length}, rate ${rate01}, seed ${seed}`,
  });
  return audited(
    { store, clock },
    ({ drawn }) => note(drawn),
    async (inner) => {
      const before = new Set((await inner.backChecks.tasks(study.id)).map(({ interviewId }) => interviewId));
      const strata = drawBackChecks({
        candidates: rows.map(({ id }) => ({
          id,
          enumerator: interviews.get(id)?.enumerator ?? '',
          isDrawn: before.has(id),
        })),
        rate01,
        seed,
      });
      const branchOf = new Map(rows.map(({ id, branch }) => [id, branch]));
      const tasks = strata.flatMap(({ enumerator, drawn }) =>
        drawn.map((interviewId) => ({
          id: randomUUID(),
          interviewId,
          branch: branchOf.get(interviewId) ?? '',
          enumerator,
        })),
      );
      await inner.backChecks.add(
        {
          ...{ id: randomUUID(), studyId: study.id, seed, rate01, from, until, branches: scope },
          strata: strata.map(({ drawn, ...stratum }) => ({ ...stratum, drawn: drawn.length })),
          ...{ drawnBy: actor.id, drawnByName: actor.name ?? 'waymark', drawnAt: clock().toISOString() },
        },
        tasks,
      );
      return { drawn: tasks.length };
    },
  );
}
