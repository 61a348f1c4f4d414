import type { PeerComparison, QualityRules } from '../../contracts/quality.ts';
import { createDesign } from '../design/create-design.ts';
import { linearisedCovariance } from '../design/linearised-covariance.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { adjustPValues } from '../statistics/adjust-p-values.ts';
import { tUpperTail } from '../statistics/t-upper-tail.ts';

/** One interview with all its measures, 0–100 each; NaN where it has none. */
export interface MeasuredInterview {
  readonly branch: string;
  readonly enumerator: string;
  readonly weight: number;
  readonly psu: string | null;
  readonly measures: Float64Array;
}

/**
 * Each enumerator against the others of her branch, on each measure: the difference of two weighted
 * means and its linearised standard error over the branch's interviews (PSUs where they are known, else
 * each interview by itself), a t test with PSUs − 1 degrees of freedom, and Holm's correction over all
 * comparisons that were made. Enumerators, or peers, with fewer than `minimumInterviews` on a measure are
 * not compared; neither are means without any spread.
 *
 * It says that interviews differ, not that somebody did wrong: another market explains it as well.
 *
 * Source: `svyttest` of R's survey (a domain mean against another, by linearisation); Holm (1979).
 */
export function compareWithPeers(
  interviews: readonly MeasuredInterview[],
  measureNames: readonly string[],
  rules: QualityRules['differsFromPeers'],
): PeerComparison[] {
  const compared: Omit<PeerComparison, 'adjustedPValue' | 'isFlagged'>[] = [];
  for (const branch of [...new Set(interviews.map((one) => one.branch))].toSorted()) {
    const rows = interviews.filter((one) => one.branch === branch);
    const enumerators = [...new Set(rows.map((one) => one.enumerator))].toSorted();
    if (enumerators.length < 2) continue;
    const design = designOf(rows);
    for (const enumerator of enumerators)
      measureNames.forEach((measure, place) => {
        const result = compare(design, rows, enumerator, place, rules.minimumInterviews);
        if (result !== null) compared.push({ branch, enumerator, measure, ...result });
      });
  }
  const adjusted = adjustPValues(
    compared.map(({ pValue }) => pValue),
    'holm',
  );
  return compared.map((one, index) => ({
    ...one,
    adjustedPValue: adjusted[index]!,
    isFlagged:
      adjusted[index]! < rules.significance01 &&
      Math.abs(one.mean100 - one.peersMean100) >= rules.minimumDifference100,
  }));
}

function designOf(rows: readonly MeasuredInterview[]): SurveyDesign {
  const numbers = new Map<string, number>();
  const hasPsus = rows.every(({ psu }) => psu !== null);
  for (const { psu } of rows) if (!numbers.has(psu ?? '')) numbers.set(psu ?? '', numbers.size);
  return createDesign({
    size: rows.length,
    weights: Float64Array.from(rows, ({ weight }) => weight),
    ...(hasPsus && { psu: Uint32Array.from(rows, ({ psu }) => numbers.get(psu ?? '')!) }),
  });
}

function compare(
  design: SurveyDesign,
  rows: readonly MeasuredInterview[],
  enumerator: string,
  measure: number,
  minimum: number,
) {
  const hers = meanOf(rows, measure, (one) => one.enumerator === enumerator);
  const others = meanOf(rows, measure, (one) => one.enumerator !== enumerator);
  if (hers.count < minimum || others.count < minimum) return null;
  const influence = Float64Array.from(rows, (one) => {
    const value = one.measures[measure]!;
    if (Number.isNaN(value)) return 0;
    return one.enumerator === enumerator
      ? (one.weight * (value - hers.mean)) / hers.weight
      : -(one.weight * (value - others.mean)) / others.weight;
  });
  const { covariance, reason } = linearisedCovariance(design, [influence]);
  const standardError = Math.sqrt(covariance[0]!);
  if (reason !== undefined || !(standardError > 0) || design.degreesOfFreedom < 1) return null;
  const t = Math.abs(hers.mean - others.mean) / standardError;
  return {
    interviews: hers.count,
    peers: others.count,
    mean100: hers.mean,
    peersMean100: others.mean,
    standardError,
    pValue: Math.min(1, 2 * tUpperTail(t, design.degreesOfFreedom)),
  };
}

function meanOf(
  rows: readonly MeasuredInterview[],
  measure: number,
  isIn: (one: MeasuredInterview) => boolean,
): { readonly mean: number; readonly weight: number; readonly count: number } {
  let sum = 0;
  let weight = 0;
  let count = 0;
  for (const one of rows) {
    const value = one.measures[measure]!;
    if (Number.isNaN(value) || !isIn(one)) continue;
    sum += one.weight * value;
    weight += one.weight;
    count += 1;
  }
  return { mean: sum / weight, weight, count };
}
