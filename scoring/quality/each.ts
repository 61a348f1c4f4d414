import type { QualityCheck } from '../../contracts/quality.ts';
import type { CheckedInterview, CheckResult } from './checked-interview.ts';

/** One finding for each interview that `judge` gives a reason for; `undefined` is "not recorded". */
export function each(
  interviews: readonly CheckedInterview[],
  rule: QualityCheck,
  judge: (one: CheckedInterview) => Record<string, string> | null | undefined,
): CheckResult {
  const findings: { id: string; rule: string; reason: Record<string, string> }[] = [];
  const notRecorded: string[] = [];
  for (const one of interviews) {
    const reason = judge(one);
    if (reason === undefined) notRecorded.push(one.record.id);
    else if (reason !== null) findings.push({ id: one.record.id, rule, reason });
  }
  return { notRecorded, findings };
}
