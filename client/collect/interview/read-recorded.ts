import type { Answers } from '../../../contracts/answer.ts';
import { readDraft, type ReadDraft } from '../../device/drafts.ts';
import type { DeviceDatabase } from '../../device/open-database.ts';
import type { Vault } from '../../device/vault/vault.ts';
import { consentRefused } from './consent-refused.ts';
import { withNumbers } from './number-texts.ts';
import type { OpenInterview } from './open-interview.ts';

/** What there is to finish. */
export interface Recorded extends ReadDraft {
  /** All that is to be recorded; of someone who does not take part, her "no" alone. */
  readonly answers: Answers;
  readonly takesPart: boolean;
}

/**
 * Reads an open interview back from the journal, not from the screen. Rejects if anything is not on disk, or
 * if what was typed for a number that applies is none.
 */
export async function readRecorded(
  database: DeviceDatabase,
  vault: Vault,
  { draft, survey, journal }: OpenInterview,
): Promise<Recorded> {
  if (!(await journal.settled())) throw new Error('The journal has entries that are not on disk.');
  const found = await readDraft(database, vault, draft.id);
  if (found === null) throw new Error(`There is no draft ${draft.id} any more.`);
  const refusal = consentRefused(survey, found.state.answers);
  if (refusal !== null) return { ...found, answers: refusal, takesPart: false };
  const { answers, wrong } = withNumbers(survey, found.state.answers);
  const asked = wrong.find((item) => survey.getQuestionByName(item).isVisibleInSurvey);
  if (asked !== undefined) throw new Error(`The answer to ${asked} is not a number.`);
  return { ...found, answers, takesPart: true };
}
