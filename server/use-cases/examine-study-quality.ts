import { z } from 'zod';
import { answersSchema, type Answers } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import type { Paradata } from '../../contracts/paradata.ts';
import { interviewSchema } from '../../contracts/submission.ts';
import { loadQualityRules } from '../../instruments/quality-rules.ts';
import { examineQuality, type ExaminedQuality } from '../../scoring/quality/check-quality.ts';
import type { BranchArea, QualityRecord } from '../../scoring/quality/quality-record.ts';
import type { DataMoment, Store, WholeRecord } from '../storage/port.ts';
import { findStudy } from './find-study.ts';
import { loadStudyCodebook } from './load-study-codebook.ts';

/** Which records to look at; the same job gives the same result. */
export interface QualityJob extends DataMoment {
  readonly studyId: string;
}

/** Who and when, for a list of interviews: no answers, and nobody's name but the enumerator's. */
export interface InterviewOverview {
  readonly id: string;
  readonly branch: string;
  readonly enumerator: string | null;
  readonly finishedAt: string | null;
  readonly receivedAt: string;
}

export interface StudyQuality {
  readonly examined: ExaminedQuality;
  readonly interviews: ReadonlyMap<string, InterviewOverview>;
}

const madeSchema = z.object(
  interviewSchema.pick({
    answers: true,
    enumerator: true,
    instrument: true,
    activeMs: true,
    startedAt: true,
    finishedAt: true,
    location: true,
    paradata: true,
  }).shape,
);
const importedSchema = z.object({ weight: z.number(), answers: answersSchema });

/** Looks for doubtful interviews among a study's stored records. What an imported record lacks is not recorded. */
export async function examineStudyQuality(store: Store, job: QualityJob): Promise<StudyQuality> {
  const study = await findStudy(store, job.studyId);
  const { codebook } = await loadStudyCodebook(store, study);
  const weights = new Map(study.branches.map(({ code, weight }) => [code, weight]));
  const areas = await store.areas.list(study.id);
  const strays = await store.submissions.strayRevisions(study.id, job.upToSequence);
  const records: QualityRecord[] = [];
  const interviews = new Map<string, InterviewOverview>();
  for await (const stored of store.personal.read(study.id, job)) {
    const record = {
      ...toRecord(stored, codebook, weights, areas.get(stored.branch) ?? null),
      revision: strays.get(stored.id) ?? null,
    };
    records.push(record);
    const { id, branch, enumerator, finishedAt } = record;
    interviews.set(id, { id, branch, enumerator, finishedAt, receivedAt: stored.receivedAt });
  }
  return { examined: examineQuality(codebook, loadQualityRules(), records), interviews };
}

function toRecord(
  stored: WholeRecord,
  codebook: Codebook,
  weights: ReadonlyMap<string, number>,
  area: BranchArea | null,
): QualityRecord {
  const content: unknown = JSON.parse(stored.payload);
  const known = { id: stored.id, branch: stored.branch, psu: null, area };
  if (stored.kind === 'respondent') {
    const { answers, weight } = importedSchema.parse(content);
    return {
      ...known,
      ...{ answers, weight, version: codebook.version, personKey: null, enumerator: null },
      ...{ activeMs: null, startedAt: null, finishedAt: null, receivedAt: null },
      ...{ place: null, questionMs: null },
    };
  }
  const { instrument, enumerator, location, paradata, ...made } = madeSchema.parse(content);
  return {
    ...known,
    ...made,
    version: instrument.version,
    weight: weights.get(stored.branch) ?? 1,
    enumerator: enumerator.trim() === '' ? null : enumerator.trim(),
    personKey: stored.personDigest,
    receivedAt: stored.receivedAt,
    place: location === undefined || 'reason' in location ? null : location,
    questionMs: paradata === undefined ? null : timesOf(made.answers, paradata),
  };
}

/** Of the questions that have an answer in the end. */
const timesOf = (answers: Answers, { items }: Paradata): number[] =>
  Object.entries(items).flatMap(([item, [ms]]) => (answers[item] === undefined ? [] : [ms]));
