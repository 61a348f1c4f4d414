import type { Store } from '../storage/port.ts';
import type { QualityJob, StudyQuality } from './examine-study-quality.ts';

export interface QualityCache {
  /** The checks over every record stored so far; two callers at once share one run. */
  upToDate(studyId: string): Promise<StudyQuality>;
  /** Resolves once nothing is running. */
  idle(): Promise<void>;
}

/**
 * Keeps the newest result of each study in memory, until records, decisions or areas of branches change.
 *
 * @param examine runs the job, here or in a worker
 */
export function createQualityCache(
  store: Store,
  examine: (job: QualityJob, count: number) => Promise<StudyQuality>,
): QualityCache {
  const newest = new Map<string, { readonly moment: string; readonly result: Promise<StudyQuality> }>();
  return {
    async upToDate(studyId) {
      const { count, lastSequence, lastDecision } = await store.submissions.mark(studyId);
      const areas = JSON.stringify([...(await store.areas.list(studyId))].sort());
      const moment = `${count} ${lastSequence} ${lastDecision} ${areas}`;
      const known = newest.get(studyId);
      if (known?.moment === moment) return known.result;
      const job = { studyId, upToSequence: lastSequence, upToDecision: lastDecision };
      const result = examine(job, count);
      const entry = { moment, result };
      newest.set(studyId, entry);
      result.catch(() => {
        if (newest.get(studyId) === entry) newest.delete(studyId);
      });
      return result;
    },
    async idle() {
      await Promise.allSettled([...newest.values()].map(({ result }) => result));
    },
  };
}
