import { createSealingKeys } from './sealing/create-sealing-keys.ts';
import type { Store } from './storage/port.ts';
import type { AcceptContext } from './use-cases/accept-submission.ts';
import type { Clock } from './use-cases/clock.ts';
import { findStudy } from './use-cases/find-study.ts';
import { createGroupCommit } from './use-cases/group-commit.ts';
import { createPersonalRules } from './use-cases/personal/personal-rules.ts';
import { rememberBriefly } from './use-cases/remember-briefly.ts';

/** A change of the study reaches what comes in after this time at the latest. */
const STUDY_MS = 1000;

/**
 * What taking records needs, over an open store. The server's thread and the intake worker each have one.
 *
 * @param keep who writes; absent: this thread
 */
export const createAcceptContext = (
  store: Store,
  dataDir: string,
  clock: Clock,
  keep: AcceptContext['keep'] = createGroupCommit((batch) => store.submissions.accept(batch)),
): AcceptContext => ({
  clock,
  keep,
  studyOf: rememberBriefly((id) => findStudy(store, id), STUDY_MS, clock),
  keys: createSealingKeys(dataDir, clock),
  rulesOf: createPersonalRules(store),
  attachments: store.attachments,
  branchOfCase: (studyId, caseId) => store.cases.branchOf(studyId, caseId),
});
