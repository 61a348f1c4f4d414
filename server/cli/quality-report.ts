import { localize } from '../../contracts/language.ts';
import type { QualityReport } from '../../contracts/quality.ts';
import { alignColumns } from './align-columns.ts';

/** Findings shown in the terminal; all of them are in the JSON. */
const MOST = 40;

/** The report for people: how each check went, the enumerators who differ, and the doubtful interviews. */
export function qualityReportText(report: QualityReport): string {
  const { interviews, declined, coverage, findings, comparisons } = report;
  const differing = comparisons.filter(({ isFlagged }) => isFlagged);
  const doubtful = new Set(findings.map(({ id }) => id)).size;
  return [
    `${interviews} interviews checked, ${doubtful} with a doubt. ${declined} did not agree to be asked and are not checked.`,
    `Rules version ${report.rulesVersion}. A doubt is a reason to look, not a proof; nothing was left out.`,
    '',
    ...table(
      ['check', 'examined', 'not recorded', 'flagged'],
      coverage.map((one) => [
        one.check,
        one.examined === 0 ? 'not recorded' : String(one.examined),
        String(one.notRecorded),
        one.examined === 0 ? '–' : String(one.flagged),
      ]),
    ),
    '',
    `${comparisons.length} comparisons of an enumerator with her peers, corrected for their number (Holm); ${differing.length} differ.`,
    ...(differing.length === 0
      ? []
      : table(
          ['branch', 'enumerator', 'measure', 'mean', 'peers', 'corrected p'],
          differing.map((one) => [
            one.branch,
            one.enumerator,
            one.measure,
            one.mean100.toFixed(1),
            one.peersMean100.toFixed(1),
            one.adjustedPValue.toPrecision(2),
          ]),
        )),
    '',
    ...(findings.length === 0
      ? ['No interview is doubtful.']
      : table(
          ['interview', 'rule', 'reason'],
          findings.slice(0, MOST).map(({ id, rule, reason }) => [id, rule, localize(reason, 'en')]),
        )),
    ...(findings.length > MOST ? [`… and ${findings.length - MOST} more: see --format json.`] : []),
    '',
  ].join('\n');
}

const table = (header: string[], rows: string[][]): string[] =>
  alignColumns([header, ...rows], header.length);
