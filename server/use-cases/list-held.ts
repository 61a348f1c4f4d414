import type { Decided } from '../../contracts/review.ts';
import type { HeldSubmission } from '../storage/port.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';

export interface HeldRecord extends HeldSubmission {
  readonly studyId: string;
  /** Null where no tablet sent it. */
  readonly tabletName: string | null;
  /** Null: nobody has said yet what should become of it. */
  readonly lastDecision: Decided | null;
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
    studies.map(async ({ id }) => {
      const [held, decisions] = await Promise.all([store.submissions.listHeld(id), store.review.ofHeld(id)]);
      return held.map((record) => ({
        ...record,
        studyId: id,
        tabletName: names.get(record.tabletId ?? '') ?? null,
        lastDecision: decisions.get(record.sequence) ?? null,
      }));
    }),
  );
  return lists.flat();
}
