import { WaymarkError } from '../../../contracts/errors.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { openPhoto } from '../read-photo.ts';
import type { SealingKeys } from '../sealing-keys.ts';
import { refuseOtherBranch } from './refuse-other-branch.ts';

/**
 * One photo of an interview, opened: a JPEG. Personal data: the caller records that it was looked at.
 *
 * @throws WaymarkError NOT_FOUND where it is not here, or was erased; NOT_ALLOWED for an interview of another branch;
 *   NOT_COMPUTABLE where the keys here do not open it
 */
export async function readReviewPhoto(
  { store }: Pick<Context, 'store'>,
  keys: SealingKeys,
  wanted: {
    readonly studyId: string;
    readonly id: string;
    readonly hash: string;
    readonly scope: BranchScope;
  },
): Promise<Uint8Array> {
  const { id, hash, scope } = wanted;
  const study = await findStudy(store, wanted.studyId);
  const row = (await store.review.list(study.id)).find((one) => one.id === id);
  if (row) refuseOtherBranch(scope, row.branch);
  const content = row
    ? await store.attachments.contentOf({ studyId: study.id, submissionId: id }, hash)
    : null;
  if (content === null)
    throw new WaymarkError(
      'NOT_FOUND',
      'There is no such photo of this interview.',
      'It may not have come yet, or it was erased.',
    );
  return openPhoto(keys, id, hash, content).bytes;
}
