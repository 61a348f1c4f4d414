import type { HeldSubmission } from '../storage/port.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';

export interface HeldRecord extends HeldSubmission {
  readonly studyId: string;
  /** Null where no tablet sent it. */
  readonly tabletName: string | null;
}

/**
 * Records set aside, in quarantine or in conflict, newest first per study: of one study, or of all. What
 * they say is not among it.
 *
 * @throws WaymarkError NOT_FOUND
 */
export async function listHeld({ store }: Context, studyId?: string): Promise<HeldRecord[]> {
  const studies = studyId === undefined ? await store.studies.list() : [await findStudy(store, studyId)];
  const names = new Map((await store.tablets.list()).map(({ id, name }) => [id, name]));
  const lists = await Promise.all(
    studies.map(async ({ id }) =>
      (await store.submissions.listHeld(id)).map((held) => ({
        ...held,
        studyId: id,
        tabletName: names.get(held.tabletId ?? '') ?? null,
      })),
    ),
  );
  return lists.flat();
}
