import { z } from 'zod';
import { interviewSchema } from '../../../contracts/submission.ts';
import { compileEligibility } from '../../../scoring/items/is-eligible.ts';
import type { CaseInterview, Store, StudyRecord } from '../../storage/port.ts';
import { loadStudyCodebook } from '../load-study-codebook.ts';

const answersSchema = z.object(interviewSchema.pick({ answers: true }).shape);

export interface ConsentCache {
  /** Of these stored interviews, those held with someone who agreed and may be asked. */
  agreed(
    study: StudyRecord,
    interviews: readonly Pick<CaseInterview, 'id' | 'sequence'>[],
  ): Promise<ReadonlySet<string>>;
}

/** Remembers of each record whether it was held: it never changes, and reading all of them again is dear. */
export function createConsentCache(store: Store): ConsentCache {
  const known = new Map<string, Map<number, boolean>>();
  return {
    async agreed(study, interviews) {
      const { codebook, hash } = await loadStudyCodebook(store, study);
      const key = `${study.id} ${hash}`;
      const consents = known.get(key) ?? new Map<number, boolean>();
      known.set(key, consents);
      const isEligible = compileEligibility(codebook);
      const fresh = interviews.filter(({ sequence }) => !consents.has(sequence));
      const payloads = await store.submissions.readPayloads(
        study.id,
        fresh.map(({ id }) => id),
      );
      for (const { id, sequence } of fresh) {
        const payload = payloads.get(id);
        if (payload !== undefined)
          consents.set(sequence, isEligible(answersSchema.parse(JSON.parse(payload)).answers));
      }
      return new Set(
        interviews.filter(({ sequence }) => consents.get(sequence) === true).map(({ id }) => id),
      );
    },
  };
}
