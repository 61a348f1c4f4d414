import { describe, expect, it } from 'vitest';
import { createHistogram } from './create-histogram.ts';

describe('histogram', () => {
  it('counts cumulatively, a value on a bound into that bucket, and keeps series apart', () => {
    const histogram = createHistogram([0.1, 1]);
    for (const value of [0.1, 0.2, 5]) histogram.observe({ route: 'a' }, value);
    histogram.observe({ route: 'b' }, 1);
    const of = (route: string) =>
      histogram
        .samples()
        .filter(({ labels }) => labels?.['route'] === route)
        .map(({ suffix, labels, value }) => [suffix, labels?.['le'], value]);
    expect(of('a')).toEqual([
      ['_bucket', '0.1', 1],
      ['_bucket', '1', 2],
      ['_bucket', '+Inf', 3],
      ['_sum', undefined, 5.3],
      ['_count', undefined, 3],
    ]);
    expect(of('b').at(-1)).toEqual(['_count', undefined, 1]);
  });
});
