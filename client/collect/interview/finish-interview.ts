import type { Question, SurveyModel } from 'survey-core';
import type { Interview } from '../../../contracts/submission.ts';
import { loadCodebook } from '../../../instruments/registry.ts';
import { compileClassifier } from '../../../scoring/rules/compile-classifier.ts';
import { deriveParadata } from '../../device/derive-paradata.ts';
import { finaliseDraft } from '../../device/finalise-draft.ts';
import { isoWithOffset } from '../../device/iso-with-offset.ts';
import type { DeviceDatabase } from '../../device/open-database.ts';
import { sealPhotos } from '../../device/photos.ts';
import type { Vault } from '../../device/vault/vault.ts';
import { interviewMark } from '../../device/work/interview-mark.ts';
import { APP_VERSION } from '../shell/app-version.ts';
import type { OpenInterview } from './open-interview.ts';
import { readRecorded } from './read-recorded.ts';

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
  open: OpenInterview,
  nowMs: number,
): Promise<Interview> {
  const { draft, survey, clock } = open;
  const { state, journal, answers, takesPart } = await readRecorded(database, vault, open);
  const { language, notes, location, photos } = state;
  const codebook = await loadCodebook(draft.instrument.name, draft.instrument.version);
  const { archetype } = compileClassifier(codebook)(answers);
  const { attachments, stored } = await sealPhotos(database, vault, draft.id, takesPart ? photos : {});
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
    ...(takesPart && {
      ...(notes.trim() !== '' && { notes: notes.trim() }),
      ...(location !== null && { location }),
      ...(attachments.length > 0 && { attachments: [...attachments] }),
      paradata: deriveParadata(journal, (item) => isBuiltUp(survey, item)),
    }),
  };
  const mark = interviewMark(vault, interview, takesPart ? 'completed' : 'refused');
  await finaliseDraft(database, interview, draft.tabletId, mark, stored);
  return interview;
}
