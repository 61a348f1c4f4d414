import { WaymarkError } from '../../../contracts/errors.ts';
import type { Decided, HeldDecision, HeldVersions } from '../../../contracts/review.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import { publishedHashes } from '../../../instruments/registry.ts';
import type { StudyRecord } from '../../storage/port.ts';
import type { AnyRecord, ReviewStore } from '../../storage/review-port.ts';
import type { Actor } from '../audit/actor.ts';
import { record } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { judgeDelivery } from '../judge-delivery.ts';
import { codebookOf, parseInterview, parseRecovered, readableInterview } from './readable-interview.ts';
import { refuseOwnInterview } from './refuse-own-interview.ts';
import { refuseOtherBranch } from './refuse-other-branch.ts';

/**
 * All that lies under one id, side by side, so that someone can choose. Personal data: the caller records it.
 *
 * @throws WaymarkError NOT_FOUND, NOT_ALLOWED for a record of another branch
 */
export async function readHeldVersions(
  { store }: Context,
  studyId: string,
  id: string,
  scope: BranchScope,
): Promise<HeldVersions> {
  const study = await findStudy(store, studyId);
  const versions = await store.review.versions(study.id, id);
  const wasHeld = versions.some(
    ({ status, lastDecision }) => status !== 'stored' || lastDecision?.decision === 'released',
  );
  if (!wasHeld) throw notHeld(id);
  for (const { branch } of versions) refuseOtherBranch(scope, branch);
  const names = new Map((await store.tablets.list()).map((tablet) => [tablet.id, tablet.name]));
  return {
    studyId: study.id,
    id,
    versions: await Promise.all(
      versions.map(async ({ payload, tabletId, sequence, ...record }) => {
        const { hash, kind, branch, status, reason, receivedAt, lastDecision, isErased } = record;
        const version = { id, hash, kind, branch, status, reason, receivedAt, lastDecision, isErased };
        const interview =
          version.kind === 'interview' ? (parseInterview(payload) ?? parseRecovered(payload)) : null;
        return {
          ...version,
          tabletName: names.get(tabletId ?? '') ?? null,
          isRejected: isRejected(await store.review.history(sequence)),
          obstacle: await obstacleTo(store.review, study, { id, payload, isErased }),
          interview: interview && readableInterview(interview, await codebookOf(store, study, interview)),
        };
      }),
    ),
  };
}

/**
 * Decides about a record that was set aside: `released`, it counts from now on, and what counted under the same id
 * is set aside in its place; `rejected`, it stays out and waits no longer; `reopened`, it waits again. All in one
 * transaction with the audit log; what is so already is not written again. What was rejected, before or since it was
 * set aside, is reopened before it is released: nobody undoes that decision unawares.
 *
 * @throws WaymarkError NOT_FOUND; NOT_ALLOWED for another branch or her own interview; INVALID_REQUEST where it
 *   cannot count, or was rejected
 */
export async function decideHeld(
  { store, clock }: Context,
  wanted: HeldDecision & { readonly studyId: string; readonly scope: BranchScope; readonly actor: Actor },
): Promise<{ changed: boolean }> {
  const { id, hash, decision, scope, actor } = wanted;
  const study = await findStudy(store, wanted.studyId);
  const now = clock();
  return store.transaction(async (inner) => {
    const versions = await inner.review.versions(study.id, id);
    const held = versions.find((version) => version.hash === hash);
    if (!held) throw notHeld(id);
    for (const { branch } of versions) refuseOtherBranch(scope, branch);
    if (held.status === 'stored') {
      if (decision === 'released') return { changed: false };
      throw refusal(`Record ${id} counts; it is not set aside.`, 'Decide about it under Review.');
    }
    refuseOwnInterview(actor, held);
    const last = held.lastDecision?.decision;
    if (last === decision || (decision === 'reopened' && last === undefined)) return { changed: false };
    const decide = (of: AnyRecord, what: HeldDecision['decision'] | 'set-aside') =>
      inner.review.add({
        studyId: study.id,
        submission: of.sequence,
        decision: what,
        comment: wanted.comment ?? null,
        decidedBy: actor.id,
        decidedByName: actor.name ?? 'waymark',
        decidedAt: now.toISOString(),
      });
    let detail: string = decision;
    if (decision === 'released') {
      if (isRejected(await inner.review.history(held.sequence)))
        throw refusal(
          `This content of record ${id} was rejected.`,
          'Reopen it first: put it back on the list.',
        );
      const obstacle = await obstacleTo(inner.review, study, held);
      if (obstacle !== null)
        throw refusal(`Record ${id} cannot be released: ${obstacle}`, 'Leave it, or reject it.');
      const other = versions.find(({ status }) => status === 'stored');
      if (other) {
        refuseOwnInterview(actor, other);
        await inner.review.move(other.sequence, 'conflict');
        await decide(other, 'set-aside');
        detail = `released in place of ${other.hash.slice(0, 12)}`;
      }
      await inner.review.move(held.sequence, 'stored');
    }
    await decide(held, decision);
    const note = { actor, action: 'held.decide', target: `record:${id} ${hash.slice(0, 12)}`, detail };
    await record({ store: inner, clock: () => now }, note, 'done');
    return { changed: true };
  });
}

/** That a record gave up its place to another content says nothing of what was decided about its own. */
const isRejected = (history: readonly Decided[]): boolean =>
  history.findLast(({ decision }) => decision !== 'set-aside')?.decision === 'rejected';

/** Why a record could not count even from a tablet in good standing; null where it could. */
async function obstacleTo(
  review: ReviewStore,
  study: StudyRecord,
  { id, payload: text, isErased }: Pick<AnyRecord, 'id' | 'payload' | 'isErased'>,
): Promise<string | null> {
  if (isErased) return 'All that it said was erased on request.';
  if (text === '') return 'It could not be read, and was removed when the time for personal data was over.';
  if (await review.isTakenElsewhere(study.id, id)) return 'A record of another study has the same id.';
  if (parseRecovered(text)) return 'It is not finished.';
  const published = study.codebookHash === null ? publishedHashes(study.instrument.name) : null;
  const { reason } = judgeDelivery(id, text, inGoodStanding(study.id), study, published);
  return reason;
}

const inGoodStanding = (studyId: string) => ({
  id: '',
  studyId,
  name: '',
  branches: null,
  enrolledAt: '',
  lastSeenAt: null,
  revokedAt: null,
});

const notHeld = (id: string): WaymarkError =>
  new WaymarkError(
    'NOT_FOUND',
    `No record of the id "${id.slice(0, 80)}" and that content is set aside.`,
    'See the list of records set aside.',
  );

const refusal = (message: string, hint: string): WaymarkError =>
  new WaymarkError('INVALID_REQUEST', message, hint);
