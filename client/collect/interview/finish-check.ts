import type { DeviceDatabase } from '../../device/open-database.ts';
import type { Vault } from '../../device/vault/vault.ts';
import { finishBackCheck } from '../../device/work/record-back-check.ts';
import type { OpenInterview } from './open-interview.ts';
import { readRecorded } from './read-recorded.ts';

/**
 * Finishes a back-check as an interview is finished: sealed, and moved to the outbox in one transaction.
 * Rejects as `finishInterview` does; the draft is then still there.
 */
export async function finishCheck(
  database: DeviceDatabase,
  vault: Vault,
  open: OpenInterview,
  nowMs: number,
): Promise<void> {
  const { state, answers, takesPart } = await readRecorded(database, vault, open);
  const end = { answers: takesPart ? answers : null, note: state.notes };
  await finishBackCheck({ database, vault, nowMs }, open.draft, end);
}
