import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { localizedSchema } from './language.ts';

/** What can be doubtful about an interview, in the order it is shown. */
export const QUALITY_CHECKS = [
  'too-fast',
  'straight-lining',
  'no-answers',
  'contradiction',
  'same-person',
  'same-answers',
  'outside-hours',
  'clock',
  'same-place',
  'outside-area',
  'question-times',
  'differs-from-peers',
  'revision',
] as const;
export type QualityCheck = (typeof QUALITY_CHECKS)[number];

const share01 = z.number().min(0).max(1);
const reasonSchema = z.strictObject({ reason: localizedSchema });

/**
 * The checks as data: thresholds, and the reason of each with `{names}` of the measured values. The
 * thresholds are Waymark's own; no source prescribes them. See docs/methods/quality-checks.md.
 */
export const qualityRulesSchema = z.strictObject({
  version: z.string(),
  /** Active time per question asked: below a share of the instrument's median, or below a floor. */
  tooFast: reasonSchema.extend({
    ofMedian01: share01,
    floorMsPerQuestion: z.number().positive(),
    /** Fewer interviews of an instrument give no median to compare with; the floor still counts. */
    minimumInterviews: z.int().min(2),
  }),
  /** Neighbouring questions on one ordered scale, the same answer to (nearly) all, not at an end of the scale. */
  straightLining: reasonSchema.extend({
    minimumQuestions: z.int().min(3),
    equal01: share01,
    longestRun: z.int().min(3),
  }),
  /** Don't know and refused, of the questions that applied. */
  noAnswers: reasonSchema.extend({ share01, minimumQuestions: z.int().min(1) }),
  samePerson: reasonSchema,
  /** The very same answers from two respondents, where there are enough of them. */
  sameAnswers: reasonSchema.extend({ minimumAnswers: z.int().min(1) }),
  /** Local hour of the start by the tablet's clock: from `fromHour` until before `untilHour`. */
  outsideHours: reasonSchema.extend({
    fromHour: z.int().min(0).max(23),
    untilHour: z.int().min(1).max(24),
  }),
  /** The tablet's clock against the server's, and against its own monotonic time. */
  clock: z.strictObject({
    toleranceMs: z.number().min(0),
    ahead: localizedSchema,
    changed: localizedSchema,
  }),
  /** Places no farther apart than the better of their accuracies, of at least so many others. */
  samePlace: reasonSchema.extend({
    /** A place less accurate than this many metres says nothing. */
    maximumAccuracyM: z.number().positive(),
    minimumOthers: z.int().min(1),
  }),
  /** Farther from the centre of the branch's area than it reaches. */
  outsideArea: reasonSchema,
  /** Answers that came faster than `floorMs`, of those whose time is known. */
  questionTimes: reasonSchema.extend({
    floorMs: z.number().positive(),
    share01,
    minimumQuestions: z.int().min(1),
  }),
  /** An enumerator's respondents against those of the others in her branch. */
  differsFromPeers: reasonSchema.extend({
    minimumInterviews: z.int().min(2),
    /** Scores and shares run 0–100; a smaller difference is no finding, however certain. */
    minimumDifference100: z.number().min(0),
    significance01: share01,
  }),
  /** It says that it takes another's place, and counts beside it, or nobody knows that other one here. */
  revision: z.strictObject({ unknown: localizedSchema, elsewhere: localizedSchema }),
  /** By instrument name: what cannot well be true together. */
  contradictions: z.record(
    z.string(),
    z.array(z.strictObject({ id: z.string(), when: conditionSchema, reason: localizedSchema })),
  ),
});
export type QualityRules = z.infer<typeof qualityRulesSchema>;

/** One doubt about one interview. It says why; it changes nothing. */
export const qualityFindingSchema = z.strictObject({
  /** Of the interview. */
  id: z.string(),
  check: z.enum(QUALITY_CHECKS),
  /** The check, or for contradictions `contradiction.ID`. */
  rule: z.string(),
  reason: localizedSchema,
});
export type QualityFinding = z.infer<typeof qualityFindingSchema>;

/** How a check went: what it could look at, and what it could not because it was not recorded or too few. */
const checkCoverageSchema = z.strictObject({
  check: z.enum(QUALITY_CHECKS),
  examined: z.int(),
  notRecorded: z.int(),
  flagged: z.int(),
});

/** An enumerator against her peers in one branch, on one measure (0–100). */
export const peerComparisonSchema = z.strictObject({
  branch: z.string(),
  enumerator: z.string(),
  /** A score key, or `no-answers`. */
  measure: z.string(),
  interviews: z.int(),
  peers: z.int(),
  mean100: z.number(),
  peersMean100: z.number(),
  standardError: z.number(),
  pValue: z.number(),
  /** Holm's correction over every comparison of the study. */
  adjustedPValue: z.number(),
  isFlagged: z.boolean(),
});
export type PeerComparison = z.infer<typeof peerComparisonSchema>;

export const qualityReportSchema = z.strictObject({
  rulesVersion: z.string(),
  interviews: z.int(),
  /** Did not agree to the interview: not checked. */
  declined: z.int(),
  coverage: z.array(checkCoverageSchema),
  findings: z.array(qualityFindingSchema),
  comparisons: z.array(peerComparisonSchema),
});
export type QualityReport = z.infer<typeof qualityReportSchema>;
