import type { Codebook } from '../../contracts/codebook.ts';
import {
  QUALITY_CHECKS,
  type QualityCheck,
  type PeerComparison,
  type QualityFinding,
  type QualityReport,
  type QualityRules,
} from '../../contracts/quality.ts';
import type { CheckResult } from './checked-interview.ts';
import { comparePeers } from './compare-peers.ts';
import { outsideArea, questionTimes, samePlace } from './place-checks.ts';
import type { QualityRecord } from './quality-record.ts';
import { compileReadInterview } from './read-interview.ts';
import {
  noAnswers,
  outsideHours,
  sameAnswers,
  samePerson,
  straightLining,
  strayRevision,
  tooFast,
  wrongClock,
} from './single-checks.ts';

/**
 * Looks for doubtful interviews. Pure and independent of the order of the records; it changes and drops
 * nothing. Who did not agree to the interview is counted and not checked.
 *
 * Example: an interview of 45 questions done in 90 seconds has one finding, `too-fast`, whose reason says
 * the seconds per question and the median they were compared with.
 *
 * @throws WaymarkError CODEBOOK_INVALID where a contradiction names what the codebook does not have
 */
export function checkQuality(
  codebook: Codebook,
  rules: QualityRules,
  records: readonly QualityRecord[],
): QualityReport {
  return reportQuality(examineQuality(codebook, rules, records), () => true);
}

/** What the checks say of all records; `reportQuality` makes a report of it for some branches. */
export interface ExaminedQuality {
  readonly rulesVersion: string;
  /** In order of id. `notRecorded`: checks that lack what they need of this interview. */
  readonly interviews: readonly {
    readonly id: string;
    readonly branch: string;
    readonly notRecorded: readonly QualityCheck[];
  }[];
  /** Branch of each who did not agree. */
  readonly declinedIn: readonly string[];
  readonly findings: readonly QualityFinding[];
  readonly comparisons: readonly PeerComparison[];
}

/** The part of `checkQuality` that needs all records: medians, doubles and peers are those of the whole study. */
export function examineQuality(
  codebook: Codebook,
  rules: QualityRules,
  records: readonly QualityRecord[],
): ExaminedQuality {
  const contradictions = rules.contradictions[codebook.name] ?? [];
  const read = compileReadInterview(
    codebook,
    contradictions.map(({ when }) => when),
  );
  const all = records
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((record) => ({ record, read: read(record.answers) }));
  const interviews = all.filter((one) => one.read.isEligible);
  const peers = comparePeers(codebook, rules, interviews);
  const results: Readonly<Record<QualityCheck, CheckResult>> = {
    'too-fast': tooFast(interviews, rules),
    'straight-lining': straightLining(interviews, rules),
    'no-answers': noAnswers(interviews, rules),
    contradiction: {
      notRecorded: [],
      findings: interviews.flatMap(({ record, read: { holds } }) =>
        contradictions.flatMap(({ id, reason }, index) =>
          holds[index] === true ? [{ id: record.id, rule: `contradiction.${id}`, reason }] : [],
        ),
      ),
    },
    'same-person': samePerson(interviews, rules),
    'same-answers': sameAnswers(codebook, interviews, rules),
    'outside-hours': outsideHours(interviews, rules),
    clock: wrongClock(interviews, rules),
    'same-place': samePlace(interviews, rules),
    'outside-area': outsideArea(interviews, rules),
    'question-times': questionTimes(interviews, rules),
    'differs-from-peers': peers,
    revision: strayRevision(interviews, rules),
  };
  const lacking = new Map(
    QUALITY_CHECKS.map((check) => [check, new Set(results[check].notRecorded)] as const),
  );
  return {
    rulesVersion: rules.version,
    interviews: interviews.map(({ record: { id, branch } }) => ({
      id,
      branch,
      notRecorded: QUALITY_CHECKS.filter((check) => lacking.get(check)?.has(id) === true),
    })),
    declinedIn: all.flatMap((one) => (one.read.isEligible ? [] : [one.record.branch])),
    findings: QUALITY_CHECKS.flatMap((check) =>
      results[check].findings.map((finding) => ({ ...finding, check })),
    ),
    comparisons: peers.comparisons,
  };
}

/** The report of the branches that `isIn` says. */
export function reportQuality(examined: ExaminedQuality, isIn: (branch: string) => boolean): QualityReport {
  const interviews = examined.interviews.filter(({ branch }) => isIn(branch));
  const seen = new Set(interviews.map(({ id }) => id));
  const findings = examined.findings.filter(({ id }) => seen.has(id));
  return {
    rulesVersion: examined.rulesVersion,
    interviews: interviews.length,
    declined: examined.declinedIn.filter(isIn).length,
    coverage: QUALITY_CHECKS.map((check) => {
      const notRecorded = interviews.filter((one) => one.notRecorded.includes(check)).length;
      const flagged = new Set(findings.filter((one) => one.check === check).map(({ id }) => id)).size;
      return { check, examined: interviews.length - notRecorded, notRecorded, flagged };
    }),
    findings,
    comparisons: examined.comparisons.filter(({ branch }) => isIn(branch)),
  };
}
