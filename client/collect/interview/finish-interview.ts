import type { Question, SurveyModel } from 'survey-core';
import type { Interview } from '../../../contracts/submission.ts';
import { loadCodebook } from '../../../instruments/registry.ts';
import { compileClassifier } from '../../../scoring/rules/compile-classifier.ts';
import { deriveParadata } from '../../device/derive-paradata.ts';
import { readDraft } from '../../device/drafts.ts';
import { finaliseDraft } from '../../device/finalise-draft.ts';
import { isoWithOffset } from '../../device/iso-with-offset.ts';
import type { DeviceDatabase } from '../../device/open-database.ts';
import type { Vault } from '../../device/vault/vault.ts';
import { interviewMark } from '../../device/work/interview-mark.ts';
import { consentRefused } from './consent-refused.ts';
import { APP_VERSION } from '../shell/app-version.ts';
import { withNumbers } from './number-texts.ts';
import type { OpenInterview } from './open-interview.ts';

/** Typed, or several choices: its answer comes in several entries. */
const isBuiltUp = (survey: SurveyModel, item: string): boolean =>
  (survey.getQuestionByName(item) as Question | null)?.getType() !== 'radiogroup';

/**
 * Finishes an interview: its answers are read back from the journal, not from the screen, sealed, and
 * moved to the outbox in one transaction. What it gives back is the only copy that can still be read.
 * Rejects if anything is not on disk, or if what was typed for a
 * number that applies is none; the draft is then still there.
 */
export async function finishInterview(
  database: DeviceDatabase,
  vault: Vault,
  { draft, survey, journal, clock }: OpenInterview,
  nowMs: number,
): Promise<Interview> {
  if (!(await journal.settled())) throw new Error('The journal has entries that are not on disk.');
  const found = await readDraft(database, vault, draft.id);
  if (found === null) throw new Error(`There is no draft ${draft.id} any more.`);
  const { answers: recorded, language, notes, location } = found.state;
  const refusal = consentRefused(survey, recorded);
  const { answers: all, wrong } = withNumbers(survey, recorded);
  const asked = wrong.find((item) => survey.getQuestionByName(item).isVisibleInSurvey);
  if (refusal === null && asked !== undefined) throw new Error(`The answer to ${asked} is not a number.`);
  const answers = refusal ?? all;
  const codebook = await loadCodebook(draft.instrument.name, draft.instrument.version);
  const { archetype } = compileClassifier(codebook)(answers);
  const interview: Interview = {
    id: draft.id,
    studyId: draft.studyId,
    instrument: draft.instrument,
    branch: draft.branch,
    language,
    enumerator: draft.enumerator,
    answers,
    startedAt: draft.startedAt,
    finishedAt: isoWithOffset(nowMs),
    activeMs: Math.round(clock.activeMs()),
    appVersion: APP_VERSION,
    result: { archetype, modelVersion: codebook.model.version },
    ...(draft.caseId !== undefined && { caseId: draft.caseId }),
    ...(draft.revision !== undefined && { revision: draft.revision }),
    // Of someone who does not take part, nothing but that is recorded.
    ...(refusal === null && {
      ...(notes.trim() !== '' && { notes: notes.trim() }),
      ...(location !== null && { location }),
      paradata: deriveParadata(found.journal, (item) => isBuiltUp(survey, item)),
    }),
  };
  const mark = interviewMark(vault, interview, refusal === null ? 'completed' : 'refused');
  await finaliseDraft(database, interview, draft.tabletId, mark);
  return interview;
}
