import { describe, expect, it } from 'vitest';
import { compareWithPeers, type MeasuredInterview } from './compare-with-peers.ts';
import { TEST_RULES } from './test-rules.ts';

const RULES = { ...TEST_RULES.differsFromPeers, minimumInterviews: 2 };
const one = (
  enumerator: string,
  value: number,
  parts: Partial<MeasuredInterview> = {},
): MeasuredInterview => ({
  branch: 'north',
  enumerator,
  weight: 1,
  psu: null,
  measures: Float64Array.of(value),
  ...parts,
});

describe('compareWithPeers', () => {
  it('is the difference of two domain means with its linearised standard error', () => {
    // By hand: means 20 and 50, influences ±(x − mean)/n with mean 0 over 6 rows,
    // variance 6/5 · (2·(10/2)² + 2·(20/4)² + 2·(10/4)²) = 6/5 · 112.5 = 135.
    const rows = [one('a', 10), one('a', 30), one('b', 30), one('b', 70), one('b', 40), one('b', 60)];
    const [first, second] = compareWithPeers(rows, ['m'], RULES);
    expect(first).toMatchObject({ enumerator: 'a', interviews: 2, peers: 4, mean100: 20, peersMean100: 50 });
    expect(first!.standardError).toBeCloseTo(Math.sqrt(135), 12);
    expect(second).toMatchObject({ enumerator: 'b', mean100: 50, peersMean100: 20 });
    // Two comparisons: Holm doubles the smaller p.
    expect(first!.adjustedPValue).toBeCloseTo(2 * first!.pValue, 12);
  });

  it('takes whole PSUs for what was drawn: respondents who repeat each other add nothing', () => {
    const rows = [one('a', 10), one('a', 30), one('b', 30), one('b', 70)].map((each, index) => ({
      ...each,
      psu: String(index),
    }));
    const twice = [...rows, ...rows];
    const [single] = compareWithPeers(rows, ['m'], RULES);
    const [doubled] = compareWithPeers(twice, ['m'], RULES);
    expect(doubled!.standardError).toBeCloseTo(single!.standardError, 12);
    expect(doubled!.pValue).toBeCloseTo(single!.pValue, 12);
  });

  it('compares nobody who is alone in her branch, and no means without spread', () => {
    expect(compareWithPeers([one('a', 10), one('a', 30)], ['m'], RULES)).toEqual([]);
    expect(compareWithPeers([one('a', 10), one('a', 10), one('b', 90), one('b', 90)], ['m'], RULES)).toEqual(
      [],
    );
  });
});
