import type { ErasureStatement } from '../../../contracts/personal.ts';
import type { Store } from '../../storage/port.ts';
import { record } from '../audit/audited.ts';
import { COMMAND } from '../audit/actor.ts';
import type { Clock } from '../clock.ts';

/**
 * Makes erasures again in a database that does not know of them, because it is restored from a backup of
 * before: what it holds of them goes, and what was not there yet is remembered, so that a tablet does not bring
 * it back.
 *
 * @param statements oldest first, as `erasures.jsonl` lists them
 * @returns how many were made again
 */
export async function reapplyErasures(
  store: Store,
  clock: Clock,
  statements: readonly ErasureStatement[],
): Promise<number> {
  const known = new Set((await store.erasures.list()).map(({ id }) => id));
  const missing = statements.filter(({ id }) => !known.has(id));
  for (const statement of missing) {
    const { id, at, mode, studyId, cases, records, expected = [] } = statement;
    await store.transaction(async (inner) => {
      const scope = { studyId, cases, records, expected, contacts: 0, attachments: 0 };
      await inner.erasures.erase(scope, { id, at, mode });
      await inner.erasures.conclude(statement);
      const note = {
        actor: COMMAND,
        action: 'personal.erased-again',
        target: `erasure:${id}`,
        detail: `${mode}, ${records.length} records, statement ${statement.hash}`,
      };
      await record({ store: inner, clock }, note, 'done');
    });
  }
  if (missing.length > 0) await store.erasures.scrub();
  return missing.length;
}
