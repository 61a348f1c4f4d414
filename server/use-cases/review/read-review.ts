import { WaymarkError } from '../../../contracts/errors.ts';
import type { Review } from '../../../contracts/review.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { findingsById } from './list-reviews.ts';
import { codebookOf, parseInterview, readableInterview } from './readable-interview.ts';
import { reviewState } from './review-state.ts';
import { refuseOtherBranch } from './refuse-other-branch.ts';

/**
 * One interview as it was held, with what is doubtful about it and what was decided. Personal data: the caller
 * records that it was read.
 *
 * @throws WaymarkError NOT_FOUND, NOT_ALLOWED for one of another branch
 */
export async function readReview(
  { store, quality }: Context,
  studyId: string,
  id: string,
  scope: BranchScope,
): Promise<Review> {
  const study = await findStudy(store, studyId);
  const row = (await store.review.list(study.id)).find((one) => one.id === id);
  if (!row)
    throw new WaymarkError(
      'NOT_FOUND',
      `The study has no interview "${id.slice(0, 80)}".`,
      'Choose one from the list; one that was set aside is under Set aside.',
    );
  refuseOtherBranch(scope, row.branch);
  const versions = await store.review.versions(study.id, id);
  const interview = parseInterview(versions.find(({ hash }) => hash === row.hash)?.payload ?? '');
  if (!interview)
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `The interview "${id}" cannot be shown.`,
      'Part of it may have been erased.',
    );
  const [{ examined }, history, tablet, codebook, photos] = await Promise.all([
    quality.upToDate(study.id),
    store.review.history(row.sequence),
    row.tabletId === null ? null : store.tablets.find(row.tabletId),
    codebookOf(store, study, interview),
    store.attachments.hashesOf({ studyId: study.id, submissionId: id }),
  ]);
  const { hash, branch, receivedAt, lastDecision } = row;
  const { enumerator, finishedAt } = interview;
  return {
    ...{ studyId: study.id, id, hash, branch, enumerator, finishedAt, receivedAt, lastDecision, history },
    state: reviewState(row),
    findings: findingsById(examined.findings).get(id) ?? [],
    tablet: tablet && { id: tablet.id, name: tablet.name, isRevoked: tablet.revokedAt !== null },
    interview: readableInterview(interview, codebook),
    ...(photos.length > 0 && { photos }),
  };
}
