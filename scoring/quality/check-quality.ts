import type { Codebook } from '../../contracts/codebook.ts';
import {
  NOT_RECORDED_CHECKS,
  QUALITY_CHECKS,
  type QualityCheck,
  type QualityReport,
  type QualityRules,
} from '../../contracts/quality.ts';
import type { CheckResult } from './checked-interview.ts';
import { comparePeers } from './compare-peers.ts';
import type { QualityRecord } from './quality-record.ts';
import { compileReadInterview } from './read-interview.ts';
import {
  noAnswers,
  outsideHours,
  sameAnswers,
  samePerson,
  straightLining,
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
      notRecorded: 0,
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
    'differs-from-peers': peers,
  };
  const findings = QUALITY_CHECKS.flatMap((check) =>
    results[check].findings.map((finding) => ({ ...finding, check })),
  );
  return {
    rulesVersion: rules.version,
    interviews: interviews.length,
    declined: all.length - interviews.length,
    coverage: [
      ...QUALITY_CHECKS.map((check) => ({
        check,
        examined: interviews.length - results[check].notRecorded,
        notRecorded: results[check].notRecorded,
        flagged: new Set(results[check].findings.map(({ id }) => id)).size,
      })),
      ...NOT_RECORDED_CHECKS.map((check) => ({
        check,
        examined: 0,
        notRecorded: interviews.length,
        flagged: 0,
      })),
    ],
    findings,
    comparisons: [...peers.comparisons],
  };
}
