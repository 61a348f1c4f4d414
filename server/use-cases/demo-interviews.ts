import { createHash, randomUUID } from 'node:crypto';
import type { Codebook } from '../../contracts/codebook.ts';
import type { Interview } from '../../contracts/submission.ts';
import { generateRespondents, type SyntheticBranch } from '../../fixtures/generate/generate-respondents.ts';
import { compileClassifier } from '../../scoring/rules/compile-classifier.ts';
import type { NewSubmission, StudyRecord } from '../storage/port.ts';
import { sha256 } from './sha256.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const FIRST_INTERVIEW_MS = Date.UTC(2026, 8, 21, 8);
const BETWEEN_MS = 17 * MINUTE_MS;
/** From eight to six. */
const PER_DAY = 35;
const ENUMERATORS = ['Synthetic A', 'Synthetic B', 'Synthetic C'] as const;

/**
 * Synthetic respondents as finished interviews, ready to be stored. The same seed gives the same
 * payloads, byte for byte; only receipt ids and `receivedAt` differ.
 */
export function* demoInterviews(options: {
  readonly study: StudyRecord;
  readonly codebook: Codebook;
  readonly instrumentHash: string;
  readonly branches: readonly SyntheticBranch[];
  readonly count: number;
  readonly seed: number;
  readonly receivedAt: string;
}): Generator<NewSubmission> {
  const { study, codebook, instrumentHash, branches, count, seed, receivedAt } = options;
  const classify = compileClassifier(codebook);
  let number = 0;
  for (const respondent of generateRespondents({ codebook, count, seed, branches })) {
    const startedMs =
      FIRST_INTERVIEW_MS + Math.floor(number / PER_DAY) * DAY_MS + (number % PER_DAY) * BETWEEN_MS;
    // Seven to fifteen minutes; one in 97 is rushed, so that there is something to find.
    const lengthMs = number % 97 === 96 ? MINUTE_MS : (7 + ((number * 5) % 9)) * MINUTE_MS;
    const interview: Interview = {
      id: uuidOf(`demo ${seed} ${number}`),
      studyId: study.id,
      instrument: { ...study.instrument, hash: instrumentHash },
      branch: respondent.branch,
      language: 'en',
      enumerator: ENUMERATORS[number % ENUMERATORS.length] ?? ENUMERATORS[0],
      answers: respondent.answers,
      startedAt: new Date(startedMs).toISOString(),
      finishedAt: new Date(startedMs + lengthMs).toISOString(),
      activeMs: lengthMs,
      appVersion: 'demo',
      result: {
        archetype: classify(respondent.answers).archetype,
        modelVersion: codebook.model.version,
      },
      caseId: demoCaseId(number),
    };
    const payload = JSON.stringify(interview);
    yield {
      id: interview.id,
      studyId: study.id,
      hash: sha256(payload),
      kind: 'interview',
      payload,
      branch: respondent.branch,
      caseId: interview.caseId ?? null,
      receivedAt,
      tabletId: null,
      status: 'stored',
      reason: null,
      receiptId: randomUUID(),
    };
    number += 1;
  }
}

/** Id of a person on the demo's list. */
export const demoCaseId = (number: number): string => `D-${String(number + 1).padStart(5, '0')}`;

/** A UUID (version 8: custom) from a text: the same text gives the same one. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
