import { createHash } from 'node:crypto';
import { archetypeRank, type Archetype } from '../../contracts/archetype.ts';
import { answersSchema } from '../../contracts/answer.ts';
import type { Respondent } from '../../contracts/respondent.ts';
import { interviewSchema } from '../../contracts/submission.ts';
import { z } from 'zod';
import { compileEligibility } from '../../scoring/items/is-eligible.ts';
import { createSegmenter, type Observer } from '../../scoring/segment/create-segmenter.ts';
import type { Store, StoredPayload } from '../storage/port.ts';
import { createColumnBuilder } from './column-builder.ts';
import { addCounts, countByBranch } from './count-by-branch.ts';
import { findStudy } from './find-study.ts';
import { loadStudyCodebook } from './load-study-codebook.ts';
import type { StudyData, StudyDataJob } from './study-data.ts';

/** Payload of an imported respondent. */
const respondentSchema = z.strictObject({
  id: z.string(),
  branch: z.string(),
  weight: z.number().positive(),
  answers: answersSchema,
});
/** Of an interview, only what analysis needs; all of it was checked when it was accepted. */
const interviewAnswersSchema = z.object(interviewSchema.pick({ answers: true, result: true }).shape);

/**
 * Reads a study's stored records up to a sequence number, in order of id, and computes segments and
 * columns in one pass. Who did not agree to the interview is counted and otherwise left out. Pure in its
 * job: the same records and seed give the same bytes.
 *
 * @param observe sees each respondent as she is scored
 */
export async function buildStudyData(
  store: Store,
  job: StudyDataJob,
  observe?: Observer,
): Promise<StudyData> {
  const study = await findStudy(store, job.studyId);
  const { codebook, hash } = await loadStudyCodebook(store, study);
  const segmenter = createSegmenter(codebook, { seed: job.seed, observe });
  const columns = createColumnBuilder(codebook);
  const isEligible = compileEligibility(codebook);
  const declinedIn: string[] = [];
  const version = createHash('sha256');
  const shownOnTablet: (number | null)[] = [];
  const weights = new Map(study.branches.map(({ code, weight }) => [code, weight]));
  version.update(JSON.stringify([...weights]));

  for await (const record of store.submissions.read(study.id, job)) {
    version.update(`${record.id} ${record.hash}\n`);
    const { respondent, shown } = readRecord(record, weights);
    if (!isEligible(respondent.answers)) {
      declinedIn.push(respondent.branch);
      continue;
    }
    segmenter.add(respondent);
    columns.add(respondent.answers);
    shownOnTablet.push(shown);
  }

  const segmentation = segmenter.finish();
  const erased = await store.erasures.countByBranch(study.id);
  return {
    studyId: study.id,
    codebook,
    codebookHash: hash,
    seed: job.seed,
    lastSequence: job.upToSequence,
    lastDecision: job.upToDecision ?? 0,
    dataVersion: version.digest('hex'),
    segmentation,
    columns: columns.finish(),
    declined: addCounts(countByBranch(declinedIn), erased.declined),
    erased: erased.agreed,
    tabletDifferences: countByBranch(
      segmentation.branches.filter((_branch, index) => {
        const shown = shownOnTablet[index] ?? null;
        return shown !== null && shown !== segmentation.ruleArchetype[index];
      }),
    ),
  };
}

/**
 * The respondent in a record, and the rank her tablet showed (-1: not classified, null: no tablet). An
 * interview weighs what its branch weighs; an imported respondent brings her own weight.
 */
function readRecord(
  record: StoredPayload,
  branchWeights: ReadonlyMap<string, number>,
): { respondent: Respondent; shown: number | null } {
  const content: unknown = JSON.parse(record.payload);
  if (record.kind === 'respondent') return { respondent: respondentSchema.parse(content), shown: null };
  const { answers, result } = interviewAnswersSchema.parse(content);
  return {
    respondent: {
      id: record.id,
      branch: record.branch,
      weight: branchWeights.get(record.branch) ?? 1,
      answers,
    },
    shown: rankShown(result.archetype),
  };
}

const rankShown = (archetype: Archetype | null): number =>
  archetype === null ? -1 : archetypeRank(archetype);
