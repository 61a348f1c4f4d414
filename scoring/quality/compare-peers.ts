import type { Codebook } from '../../contracts/codebook.ts';
import type { PeerComparison, QualityRules } from '../../contracts/quality.ts';
import type { CheckedInterview, CheckResult } from './checked-interview.ts';
import { compareWithPeers } from './compare-with-peers.ts';
import { fillReason } from './fill-reason.ts';

const NO_ANSWERS = 'no-answers';

/**
 * Compares the enumerators on every score and on the share of don't know and refused, and marks the
 * interviews of those who differ, by her strongest difference. Interviews without an enumerator's name are
 * not compared.
 */
export function comparePeers(
  codebook: Codebook,
  { differsFromPeers: rule }: QualityRules,
  interviews: readonly CheckedInterview[],
): CheckResult & { readonly comparisons: readonly PeerComparison[] } {
  const named = interviews.flatMap(({ record, read }) =>
    record.enumerator === null ? [] : [{ record, read, enumerator: record.enumerator }],
  );
  const comparisons = compareWithPeers(
    named.map(({ record, read, enumerator }) => ({
      branch: record.branch,
      enumerator,
      weight: record.weight,
      psu: record.psu,
      measures: Float64Array.from([
        ...read.scores,
        read.refusable === 0 ? Number.NaN : (100 * read.noAnswers) / read.refusable,
      ]),
    })),
    [...codebook.model.scores, NO_ANSWERS],
    rule,
  );
  const strongest = new Map<string, PeerComparison>();
  for (const one of comparisons) {
    const key = keyOf(one.branch, one.enumerator);
    const known = strongest.get(key);
    if (one.isFlagged && (known === undefined || one.adjustedPValue < known.adjustedPValue))
      strongest.set(key, one);
  }
  const findings = named.flatMap(({ record, enumerator }) => {
    const found = strongest.get(keyOf(record.branch, enumerator));
    if (found === undefined) return [];
    const reason = fillReason(rule.reason, {
      enumerator,
      measure: found.measure,
      mean: found.mean100,
      peers: found.peersMean100,
      p: found.adjustedPValue < 0.001 ? '< 0.001' : found.adjustedPValue.toFixed(3),
    });
    return [{ id: record.id, rule: 'differs-from-peers', reason }];
  });
  const notRecorded = interviews.flatMap(({ record }) => (record.enumerator === null ? [record.id] : []));
  return { notRecorded, findings, comparisons };
}

const keyOf = (branch: string, enumerator: string): string => JSON.stringify([branch, enumerator]);
