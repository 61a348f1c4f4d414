import { z } from 'zod';
import { visitSchema } from '../../../contracts/visit.ts';
import type { CaseRecord, StudyRecord } from '../../storage/port.ts';
import type { Context } from '../context.ts';
import { caseStanding, closedStanding, type Attempt, type CaseStanding } from './case-standing.ts';

/** Of a visit, only what says how it ended: personal parts may be kept elsewhere. */
const attemptSchema = z.object(visitSchema.pick({ outcome: true, callBackAt: true, callBackOn: true }).shape);

export interface StandingCase extends CaseRecord {
  readonly standing: CaseStanding;
}

/**
 * The respondent list with where each entry stands: from visits, and from interviews that count (`completed`
 * where she agreed, `refused` where she did not), whose answers were erased too. An id is an entry's own within its
 * study, so that what came of her stays hers in whichever branch it was recorded, and when she is moved to another.
 */
export async function readCases({ store, consents }: Context, study: StudyRecord): Promise<StandingCase[]> {
  const [cases, interviews, erased, visits] = await Promise.all([
    store.cases.list(study.id),
    store.submissions.listCaseInterviews(study.id),
    store.erasures.caseInterviews(study.id),
    store.submissions.readField(study.id, 'visit'),
  ]);
  const agreed = await consents.agreed(study, interviews);
  const attempts = [
    ...interviews.map(({ id, caseId, sequence }) => ({
      ...{ caseId, sequence, callBackAt: null },
      outcome: agreed.has(id) ? ('completed' as const) : ('refused' as const),
    })),
    ...erased.map((one) => ({
      ...{ caseId: one.caseId, sequence: one.sequence, callBackAt: null },
      outcome: one.agreed ? ('completed' as const) : ('refused' as const),
    })),
    ...visits.flatMap(({ caseId, sequence, payload }) => {
      if (caseId === null) return [];
      const { outcome, callBackAt, callBackOn } = attemptSchema.parse(JSON.parse(payload));
      return [{ caseId, sequence, outcome, callBackAt: callBackAt ?? callBackOn ?? null }];
    }),
  ].sort((one, other) => one.sequence - other.sequence);
  const attemptsOf = new Map<string, Attempt[]>();
  for (const { caseId, outcome, callBackAt } of attempts)
    attemptsOf.set(caseId, [...(attemptsOf.get(caseId) ?? []), { outcome, callBackAt }]);
  return cases.map((one) => {
    const standing = caseStanding(attemptsOf.get(one.id) ?? []);
    return { ...one, standing: one.closedReason === undefined ? standing : closedStanding(standing) };
  });
}
