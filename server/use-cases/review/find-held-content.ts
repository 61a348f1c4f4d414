import { WaymarkError } from '../../../contracts/errors.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';

/**
 * The hash of the content that is meant under an id: the only one set aside, or the one whose hash starts with
 * `start`.
 *
 * @throws WaymarkError NOT_FOUND; INVALID_REQUEST where several fit
 */
export async function findHeldContent(
  { store }: Context,
  { studyId, id, start = '' }: { readonly studyId: string; readonly id: string; readonly start?: string },
): Promise<string> {
  const study = await findStudy(store, studyId);
  const versions = await store.review.versions(study.id, id);
  const held = versions.filter(({ status }) => status !== 'stored');
  const fitting = (held.length > 0 && start === '' ? held : versions).filter(({ hash }) =>
    hash.startsWith(start),
  );
  const [only] = fitting;
  if (only === undefined)
    throw new WaymarkError(
      'NOT_FOUND',
      `No record of the id "${id.slice(0, 80)}"${start === '' ? '' : ` and content "${start.slice(0, 64)}"`} is set aside in study "${study.id}".`,
      'See waymark held list.',
    );
  if (fitting.length > 1)
    throw new WaymarkError(
      'INVALID_REQUEST',
      `${fitting.length} contents lie under the id "${id}": ${fitting.map(({ hash }) => hash.slice(0, 12)).join(', ')}.`,
      'Say which with --content.',
    );
  return only.hash;
}
