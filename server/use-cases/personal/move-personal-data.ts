import type { Store, StudyRecord } from '../../storage/port.ts';
import { keepApart } from './keep-apart.ts';
import type { PersonalRules } from './personal-rules.ts';

/** Records moved in one transaction. */
const BATCH = 500;

/**
 * Keeps apart what is personal of the records of before that was done, batch by batch. Cut off in the middle it
 * goes on where it was; where there is nothing to do it costs one look.
 *
 * @returns how many records were looked at
 */
export async function movePersonalData(
  store: Store,
  rulesOf: (study: StudyRecord) => Promise<PersonalRules>,
): Promise<number> {
  if ((await store.personal.unmoved(1)).length === 0) return 0;
  const rules = new Map<string, PersonalRules>();
  for (const study of await store.studies.list()) rules.set(study.id, await rulesOf(study));
  const moveBatch = (): Promise<number> =>
    store.transaction(async ({ personal }) => {
      const records = await personal.unmoved(BATCH);
      await personal.move(
        records.map((record) => {
          const own = rules.get(record.studyId);
          if (!own) throw new Error(`The study "${record.studyId}" came while its records were moved.`);
          return keepApart(own, record);
        }),
      );
      return records.length;
    });
  let moved = 0;
  for (;;) {
    const count = await moveBatch();
    moved += count;
    if (count === 0) return moved;
  }
}
