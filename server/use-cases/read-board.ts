import type { ReviewState } from '../../contracts/review.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import type { Board, Target } from '../../contracts/supervision.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { ReviewRow } from '../storage/review-port.ts';
import type { Context } from './context.ts';
import { countByBranch } from './count-by-branch.ts';
import { countPlaceAlerts, NO_PLACE_ALERTS } from './count-place-alerts.ts';
import { expectedByToday } from './expected-by-today.ts';
import { findStudy } from './find-study.ts';
import { inScope, scopeWithin } from './in-scope.ts';
import { isQuiet, QUIET_AFTER_HOURS } from './is-quiet.ts';
import { listHeldRows } from './review/list-held-rows.ts';
import { reviewState } from './review/review-state.ts';

/** Where the work of a study stands, over the branches the reader may see. */
export async function readBoard(context: Context, studyId: string, scope: BranchScope): Promise<Board> {
  const { store, clock, quality } = context;
  const study = await findStudy(store, studyId);
  const [{ examined }, erased, targets, held, tablets, heartbeats, reviews] = await Promise.all([
    quality.upToDate(study.id),
    store.erasures.countByBranch(study.id),
    store.supervision.listTargets(study.id),
    listHeldRows(context, study.id, scope),
    store.tablets.list(),
    store.supervision.heartbeats(study.id),
    store.review.list(study.id),
  ]);
  const now = clock();
  const today = now.toISOString().slice(0, 10);
  const completed = countByBranch(examined.interviews.map(({ branch }) => branch));
  const declined = countByBranch(examined.declinedIn);
  const branchOf = new Map(examined.interviews.map(({ id, branch }) => [id, branch]));
  const doubted = new Set(examined.findings.map(({ id }) => id));
  const doubtful = countByBranch([...doubted].map((id) => branchOf.get(id) ?? ''));
  const states = reviews.map((row) => ({ ...row, state: reviewState(row) }));
  const inState = (state: ReviewState) =>
    countByBranch(states.flatMap((one) => (one.state === state ? [one.branch] : [])));
  const unlooked = states.filter(({ id, state }) => state === 'unreviewed' && doubted.has(id));
  const doubtfulUnreviewed = countByBranch(unlooked.map(({ branch }) => branch));
  const waiting = states.filter(({ branch, state }) => state === 'unreviewed' && inScope(scope, branch));
  const placesBy = (keyOf: (row: ReviewRow) => string) =>
    countPlaceAlerts(examined.findings, new Map(waiting.map((row) => [row.id, keyOf(row)])));
  const placesIn = placesBy(({ branch }) => branch);
  const placesOf = placesBy(({ tabletId }) => tabletId ?? '');
  const [unreviewed, approved] = [inState('unreviewed'), inState('approved')];
  const [returned, rejected] = [inState('returned'), inState('rejected')];
  const waitingRows = held.flatMap(({ row, isWaiting }) => (isWaiting ? [row] : []));
  const heldIn = (status: string) =>
    countByBranch(waitingRows.flatMap((one) => (one.status === status ? [one.branch] : [])));
  const [conflict, quarantined] = [heldIn('conflict'), heldIn('quarantined')];
  const targetOf = new Map(targets.map(({ branch, ...target }) => [branch, target]));
  return {
    studyId: study.id,
    synthetic: study.synthetic,
    asOf: now.toISOString(),
    branches: study.branches
      .filter(({ code }) => inScope(scope, code))
      .map(({ code, name }) => {
        const target = targetOf.get(code) ?? null;
        return {
          code,
          name,
          target,
          completed: (completed.get(code) ?? 0) + (erased.agreed.get(code) ?? 0),
          expected: target === null ? null : expectedByToday(target, today),
          declined: (declined.get(code) ?? 0) + (erased.declined.get(code) ?? 0),
          conflict: conflict.get(code) ?? 0,
          quarantined: quarantined.get(code) ?? 0,
          doubtful: doubtful.get(code) ?? 0,
          doubtfulUnreviewed: doubtfulUnreviewed.get(code) ?? 0,
          places: placesIn.get(code) ?? NO_PLACE_ALERTS,
          unreviewed: unreviewed.get(code) ?? 0,
          approved: approved.get(code) ?? 0,
          returned: returned.get(code) ?? 0,
          rejected: rejected.get(code) ?? 0,
        };
      }),
    heldWithoutBranch: waitingRows.filter(({ branch }) => branch === '').length,
    tablets: tablets
      .filter((one) => one.studyId === study.id && one.revokedAt === null && scopeWithin(one.branches, scope))
      .map(({ id, name, branches, lastSeenAt, enrolledAt }) => ({
        id,
        name,
        branches,
        lastSeenAt,
        isQuiet: isQuiet({ lastSeenAt, enrolledAt }, now),
        heartbeat: heartbeats.get(id) ?? null,
        places: placesOf.get(id) ?? NO_PLACE_ALERTS,
      })),
    quietAfterHours: QUIET_AFTER_HOURS,
    withPlace: examined.interviews.filter(
      ({ branch, notRecorded }) => inScope(scope, branch) && !notRecorded.includes('same-place'),
    ).length,
  };
}

/**
 * Sets targets of branches, all or none of them.
 *
 * @throws WaymarkError NOT_FOUND for a branch the study does not have, NOT_ALLOWED for one she may not see
 */
export async function setTargets(
  { store, clock }: Context,
  wanted: {
    readonly studyId: string;
    readonly targets: readonly Target[];
    readonly scope: BranchScope;
    readonly setBy: string;
  },
): Promise<void> {
  const study = await findStudy(store, wanted.studyId);
  const codes = wanted.targets.map(({ branch }) => branch);
  const outside = codes.find((branch) => !inScope(wanted.scope, branch));
  if (outside !== undefined)
    throw new WaymarkError(
      'NOT_ALLOWED',
      `You may not set the target of branch "${outside}".`,
      'Choose branches of your own.',
    );
  const unknown = codes.find((branch) => !study.branches.some(({ code }) => code === branch));
  if (unknown !== undefined)
    throw new WaymarkError('NOT_FOUND', `The study "${study.id}" has no branch "${unknown}".`);
  if (new Set(codes).size < codes.length)
    throw new WaymarkError('INVALID_REQUEST', 'A branch stands twice among the targets.', 'Name each once.');
  await store.supervision.setTargets(study.id, wanted.targets, wanted.setBy, clock().toISOString());
}
