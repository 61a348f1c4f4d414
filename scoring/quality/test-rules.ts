import type { QualityRules } from '../../contracts/quality.ts';

/** Rules for tests, over `TEST_CODEBOOK`: small minimums, so that small data reach every check. */
export const TEST_RULES: QualityRules = {
  version: 'test',
  tooFast: {
    ofMedian01: 0.4,
    floorMsPerQuestion: 2500,
    minimumInterviews: 10,
    reason: { en: '{seconds} s per question, median {median} s' },
  },
  straightLining: {
    minimumQuestions: 6,
    equal01: 0.9,
    longestRun: 8,
    reason: { en: '{equal} of {questions}, {run} in a row, from {first} on' },
  },
  noAnswers: { share01: 0.25, minimumQuestions: 6, reason: { en: '{count} of {questions}' } },
  samePerson: { reason: { en: '{count} other' } },
  sameAnswers: { minimumAnswers: 6, reason: { en: '{answers} answers, {count} other' } },
  outsideHours: { fromHour: 7, untilHour: 20, reason: { en: 'at {time}' } },
  clock: {
    toleranceMs: 600_000,
    ahead: { en: 'ahead {minutes}' },
    changed: { en: 'changed {minutes}' },
  },
  samePlace: { maximumAccuracyM: 50, minimumOthers: 2, reason: { en: '{count} others, {metres} m' } },
  outsideArea: { reason: { en: '{away} km, {radius} km' } },
  questionTimes: {
    floorMs: 1000,
    share01: 0.3,
    minimumQuestions: 6,
    reason: { en: '{fast} of {questions} below {seconds} s' },
  },
  differsFromPeers: {
    minimumInterviews: 10,
    minimumDifference100: 10,
    significance01: 0.05,
    reason: { en: '{enumerator}: {measure} {mean} against {peers}, p {p}' },
  },
  revision: { unknown: { en: 'of nothing known' }, elsewhere: { en: 'of another branch' } },
  contradictions: {
    test: [
      {
        id: 'no-calls-but-texts',
        when: {
          all: [
            { item: 'can_call', in: ['never'] },
            { item: 'can_text', in: ['daily'] },
          ],
        },
        reason: { en: 'never calls, texts daily' },
      },
    ],
  },
};
