import { randomUUID } from 'node:crypto';
import type { Visit, VisitOutcome } from '../../contracts/visit.ts';
import { createRandom } from '../../scoring/random/create-random.ts';
import type { SyntheticBranch } from '../../fixtures/generate/generate-respondents.ts';
import type { CaseStore, NewSubmission, StudyRecord } from '../storage/port.ts';
import { demoCaseId, uuidOf } from './demo-interviews.ts';
import { sha256 } from './sha256.ts';

type NewCase = Parameters<CaseStore['put']>[1][number];

/** For each hundred people who were interviewed, so many were not. */
const OTHERS_PER_HUNDRED = 38;
/** How the attempts at the others ended, in shares that leave the last ones for nobody having gone yet. */
const ENDS: readonly (readonly [share01: number, outcome: VisitOutcome])[] = [
  [0.26, 'refused'],
  [0.24, 'not-found'],
  [0.12, 'call-back'],
  [0.08, 'moved'],
  [0.05, 'ineligible'],
  [0.03, 'broken-off'],
];
const FIRST_VISIT_MS = Date.UTC(2026, 9, 5, 9);
const DAY_MS = 86_400_000;

/**
 * The demo's respondent list: everybody who was interviewed, and others who were refused, missed or not yet visited,
 * with the visits to them. All of it made up; the same seed gives the same list.
 */
export function demoCases(options: {
  readonly study: StudyRecord;
  readonly interviews: readonly NewSubmission[];
  readonly branches: readonly Pick<SyntheticBranch, 'code' | 'share01'>[];
  readonly seed: number;
  readonly receivedAt: string;
}): { readonly cases: readonly NewCase[]; readonly visits: readonly NewSubmission[] } {
  const { study, interviews, branches, seed, receivedAt } = options;
  const random = createRandom(seed);
  const cases = interviews.map(({ branch }, number) => syntheticCase(number, branch, receivedAt));
  const visits: NewSubmission[] = [];
  for (const { code, share01 } of branches) {
    const others = Math.ceil((interviews.length * share01 * OTHERS_PER_HUNDRED) / 100);
    for (let other = 0; other < others; other += 1) {
      const person = syntheticCase(cases.length, code, receivedAt);
      cases.push(person);
      const outcome = drawEnd(random.next());
      if (outcome !== null) visits.push(visitOf(study, person, outcome, visits.length, receivedAt));
    }
  }
  return { cases, visits };
}

function drawEnd(luck01: number): VisitOutcome | null {
  let sum = 0;
  for (const [share01, outcome] of ENDS) {
    sum += share01;
    if (luck01 < sum) return outcome;
  }
  return null;
}

const syntheticCase = (number: number, branch: string, addedAt: string): NewCase => ({
  id: demoCaseId(number),
  ...{ branch, wave: 1, tabletId: null, addedAt },
  contact: {
    name: `Synthetic person ${number + 1}`,
    phone: `000 ${String(number + 1).padStart(5, '0')}`,
    address: `Stall ${(number % 90) + 1}, made-up market`,
  },
});

function visitOf(
  study: StudyRecord,
  { id: caseId, branch }: NewCase,
  outcome: VisitOutcome,
  number: number,
  receivedAt: string,
): NewSubmission {
  const at = new Date(FIRST_VISIT_MS + (number % 40) * DAY_MS);
  const visit: Visit = {
    waymark: 'visit',
    id: uuidOf(`demo visit ${caseId}`),
    studyId: study.id,
    ...{ caseId, branch, outcome, enumerator: 'Synthetic A', appVersion: 'demo' },
    at: at.toISOString(),
    ...(outcome === 'call-back'
      ? { callBackOn: new Date(at.getTime() + 7 * DAY_MS).toISOString().slice(0, 10) }
      : {}),
  };
  const payload = JSON.stringify(visit);
  return {
    id: visit.id,
    studyId: study.id,
    hash: sha256(payload),
    ...{ kind: 'visit', payload, branch, caseId, receivedAt, tabletId: null },
    ...{ status: 'stored', reason: null, receiptId: randomUUID() },
  };
}
