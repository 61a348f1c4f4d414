import { robustnessSchema, type Robustness, type RobustnessState } from '../../contracts/api.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';
import type { StudyData } from './study-data.ts';

export interface RobustnessRequest {
  readonly studyId: string;
  /** Branches the reader may see. */
  readonly scope: BranchScope;
}

/** How firm the study's newest segments are, or how far the computation is. Starts nothing. */
export async function readRobustness(context: Context, request: RobustnessRequest): Promise<RobustnessState> {
  return (await lookUp(context, request)).state;
}

/**
 * As `readRobustness`, and starts the computation where there is no result yet. The result is kept under
 * the hash of the segmentation, of which it is a function: whoever asks later finds it.
 */
export async function startRobustness(
  context: Context,
  request: RobustnessRequest,
): Promise<RobustnessState> {
  const { state, data, resultHash } = await lookUp(context, request);
  if (state.state !== 'none') return state;
  const { studyId, seed, lastSequence, lastDecision } = data;
  context.robustness.start(runKey(data), async (report) => {
    const job = { studyId, seed, upToSequence: lastSequence, upToDecision: lastDecision };
    for await (const output of context.runTask({ kind: 'robustness', job })) {
      if ('progress01' in output) report(output.progress01);
      if ('robustness' in output) {
        const kept: Robustness = { resultHash, ...output.robustness };
        await context.store.settings.getOrSet(keptKey(resultHash), JSON.stringify(kept));
      }
    }
  });
  return { state: 'computing', progress01: 0 };
}

/** Changes with the data and the seed. */
const runKey = ({ studyId, seed, dataVersion }: StudyData): string => `${studyId} ${seed} ${dataVersion}`;
const keptKey = (resultHash: string): string => `robustness ${resultHash}`;

async function lookUp(
  { store, data: cache, robustness: runs }: Context,
  { studyId, scope }: RobustnessRequest,
): Promise<{ readonly state: RobustnessState; readonly data: StudyData; readonly resultHash: string }> {
  const study = await findStudy(store, studyId);
  const data = await cache.upToDate(study.id);
  const resultHash = (await store.segmentations.latest(study.id))?.resultHash ?? '';
  const found = (state: RobustnessState) => ({ state, data, resultHash });
  const progress01 = runs.progress(runKey(data));
  if (progress01 !== null) return found({ state: 'computing', progress01 });
  const text = await store.settings.get(keptKey(resultHash));
  if (text === null) return found({ state: 'none' });
  const robustness = narrow(robustnessSchema.parse(JSON.parse(text)), scope);
  return found({ state: 'ready', robustness });
}

/** For who may see some branches only: shares of the whole study from which nobody can be counted. */
function narrow(robustness: Robustness, scope: BranchScope): Robustness {
  if (scope === null) return robustness;
  return {
    ...robustness,
    sensitivity: robustness.sensitivity.map((row) => ({
      ...row,
      share: rounded(row.share),
      unweightedShare: rounded(row.unweightedShare),
      rulesShare: rounded(row.rulesShare),
      moves: [],
    })),
  };
}

const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 1000) / 1000;
