import type { Store } from '../storage/port.ts';
import type { StudyData, StudyDataJob } from './study-data.ts';

/** Seed of the first segmentation of a study, unless one is given. */
const FIRST_SEED = 1;

export interface StudyDataCache {
  /**
   * The study's data with every record stored so far. Computed when records arrived since the last
   * time or another seed is asked for; two callers at once share one computation.
   */
  upToDate(studyId: string, seed?: number): Promise<StudyData>;
  /** Computes it again, though nothing may have changed: the result must then be the same bytes. */
  again(studyId: string, seed?: number): Promise<StudyData>;
  /** Resolves once no computation is running. */
  idle(): Promise<void>;
}

/**
 * Keeps the newest data of each study in memory.
 *
 * @param build runs the job, here or in a worker
 * @param onBuilt is awaited before anyone sees the data, so that what is shown is also stored
 */
export function createStudyDataCache(
  store: Store,
  build: (job: StudyDataJob, count: number) => Promise<StudyData>,
  onBuilt: (data: StudyData) => Promise<void>,
): StudyDataCache {
  /** With how many records counted: an erasure takes one away and adds nothing. */
  const newest = new Map<string, { readonly data: StudyData; readonly count: number }>();
  const running = new Map<string, Promise<StudyData>>();

  const run = async (job: StudyDataJob, count: number): Promise<StudyData> => {
    const data = await build(job, count);
    await onBuilt(data);
    newest.set(job.studyId, { data, count });
    return data;
  };

  const obtain = async (studyId: string, seed: number | undefined, useCache: boolean): Promise<StudyData> => {
    const { count, lastSequence, lastDecision } = await store.submissions.mark(studyId);
    const known = newest.get(studyId);
    const cached = known?.count === count ? known.data : undefined;
    const wanted =
      seed ?? known?.data.seed ?? (await store.segmentations.latest(studyId))?.seed ?? FIRST_SEED;
    const isCurrent = cached?.lastSequence === lastSequence && cached.lastDecision === lastDecision;
    if (useCache && isCurrent && cached.seed === wanted) return cached;
    const key = `${studyId} ${wanted} ${count} ${lastSequence} ${lastDecision}`;
    const shared = running.get(key);
    if (shared) return shared;
    const started = run(
      { studyId, seed: wanted, upToSequence: lastSequence, upToDecision: lastDecision },
      count,
    ).finally(() => running.delete(key));
    running.set(key, started);
    return started;
  };

  return {
    upToDate: (studyId, seed) => obtain(studyId, seed, true),
    again: (studyId, seed) => obtain(studyId, seed, false),
    async idle() {
      while (running.size > 0) await Promise.allSettled(running.values());
    },
  };
}
