import { setImmediate } from 'node:timers/promises';
import type { Robustness } from '../../contracts/api.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import { createExplainer, type Explainer } from '../../scoring/segment/create-explainer.ts';
import { explanationsCsv } from '../exports/explanations-csv.ts';
import type { Store } from '../storage/port.ts';
import { buildStudyData } from './build-study-data.ts';
import { robustnessSteps } from './robustness-steps.ts';
import { examineStudyQuality, type QualityJob, type StudyQuality } from './examine-study-quality.ts';
import { findStudy } from './find-study.ts';
import { inScope } from './in-scope.ts';
import { loadStudyCodebook } from './load-study-codebook.ts';
import type { StudyData, StudyDataJob } from './study-data.ts';

/** Long work over a study's records. It is plain data, so that a worker can be given it. */
export type StudyTask =
  | { readonly kind: 'data'; readonly job: StudyDataJob }
  | { readonly kind: 'robustness'; readonly job: StudyDataJob }
  | { readonly kind: 'quality'; readonly job: QualityJob }
  | {
      readonly kind: 'explanations';
      readonly job: StudyDataJob;
      readonly scope: BranchScope;
      readonly note: string | null;
    };

/** What a task gives on its way: its progress, lines of a file, and in the end its result. */
export type StudyTaskOutput =
  | { readonly progress01: number }
  | { readonly lines: string }
  | { readonly data: StudyData }
  | { readonly quality: StudyQuality }
  | { readonly robustness: Omit<Robustness, 'resultHash'> };

const RESPONDENTS_AT_ONCE = 250;

/** Runs a task, pausing between its parts so that whoever shares the thread has a turn. */
export async function* runStudyTask(
  store: Store,
  task: StudyTask,
): AsyncGenerator<StudyTaskOutput, void, void> {
  switch (task.kind) {
    case 'data':
      yield { data: await buildStudyData(store, task.job) };
      return;
    case 'quality':
      yield { quality: await examineStudyQuality(store, task.job) };
      return;
    case 'robustness': {
      const { data, explainer } = await explained(store, task.job, false);
      const steps = robustnessSteps(data, explainer);
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          yield { robustness: step.value };
          return;
        }
        yield { progress01: step.value };
        await setImmediate();
      }
    }
    case 'explanations': {
      const { data, explainer } = await explained(store, task.job, true);
      const { scope, note } = task;
      const { segmentation } = data;
      const seen = function* () {
        for (const one of explainer.explain(segmentation))
          if (inScope(scope, segmentation.branches[one.index] ?? '')) yield one;
      };
      let lines: string[] = [];
      for (const line of explanationsCsv(segmentation, seen(), note === null ? {} : { note })) {
        lines.push(line);
        if (lines.length < RESPONDENTS_AT_ONCE) continue;
        yield { lines: lines.join('') };
        lines = [];
        await setImmediate();
      }
      yield { lines: lines.join('') };
    }
  }
}

async function explained(
  store: Store,
  job: StudyDataJob,
  changes: boolean,
): Promise<{ data: StudyData; explainer: Explainer }> {
  const { codebook } = await loadStudyCodebook(store, await findStudy(store, job.studyId));
  const explainer = createExplainer(codebook, { changes });
  return { data: await buildStudyData(store, job, explainer.observe), explainer };
}
