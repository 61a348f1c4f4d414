import type { DeviceWork } from '../../../contracts/work.ts';
import type { DeviceDatabase } from '../open-database.ts';
import { workLabel } from '../vault/labels.ts';
import type { Vault } from '../vault/vault.ts';
import { applyMarks } from './apply-marks.ts';
import { unboxMark } from './mark.ts';

/** What an enumerator has to do, as far as this tablet knows. */
export interface Work extends DeviceWork {
  /** Device clock, ms: when the server last said so. */
  readonly fetchedAtMs: number;
}

/** Lists that were opened before, as the server gave them: opening 5,000 cases again takes a while. */
export interface OpenedWork {
  readonly lists: DeviceWork;
  readonly work: Work;
}

/**
 * An enumerator's list of work with all that was done on this tablet since; null where she has none under
 * the current link, or the tablet is revoked.
 *
 * @param before what the last call gave, to open nothing twice
 */
export async function readWork(
  database: DeviceDatabase,
  vault: Vault,
  before: OpenedWork | null,
): Promise<OpenedWork | null> {
  const read = database.transaction(['enrolment', 'work', 'marks']);
  const [enrolment, stored, all] = await Promise.all([
    read.objectStore('enrolment').get('current'),
    read.objectStore('work').get(vault.enumeratorId),
    read.objectStore('marks').getAll(),
  ]);
  if (enrolment === undefined || enrolment.revoked || stored?.tabletId !== enrolment.tabletId) return null;
  const lists =
    before?.lists.version === stored.version
      ? before.lists
      : // Written by this app, and proven unchanged by the box.
        (JSON.parse(await vault.unboxLarge(stored.box, workLabel(vault.enumeratorId))) as DeviceWork);
  const marks = all
    .filter(({ owner }) => owner === vault.enumeratorId)
    .map((mark) => unboxMark(vault, mark))
    .filter(({ studyId }) => studyId === enrolment.study.id);
  return { lists, work: { ...applyMarks(lists, marks), fetchedAtMs: stored.fetchedAtMs } };
}
