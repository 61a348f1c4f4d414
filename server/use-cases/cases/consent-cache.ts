import { z } from 'zod';
import { interviewSchema } from '../../../contracts/submission.ts';
import { compileEligibility } from '../../../scoring/items/is-eligible.ts';
import type { Store, StudyRecord } from '../../storage/port.ts';
import { loadStudyCodebook } from '../load-study-codebook.ts';

const answersSchema = z.object(interviewSchema.pick({ answers: true }).shape);

export interface ConsentCache {
  /** Of these stored interviews, those held with someone who agreed and may be asked. */
  agreed(study: StudyRecord, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Remembers of each interview whether it was held: it never changes, and reading all of them again is dear. */
export function createConsentCache(store: Store): ConsentCache {
  const known = new Map<string, Map<string, boolean>>();
  return {
    async agreed(study, ids) {
      const { codebook, hash } = await loadStudyCodebook(store, study);
      const key = `${study.id} ${hash}`;
      const consents = known.get(key) ?? new Map<string, boolean>();
      known.set(key, consents);
      const isEligible = compileEligibility(codebook);
      const payloads = await store.submissions.readPayloads(
        study.id,
        ids.filter((id) => !consents.has(id)),
      );
      for (const [id, payload] of payloads)
        consents.set(id, isEligible(answersSchema.parse(JSON.parse(payload)).answers));
      return new Set(ids.filter((id) => consents.get(id) === true));
    },
  };
}
