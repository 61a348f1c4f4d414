import { describe, expect, it } from 'vitest';
import { prometheusText } from './prometheus-text.ts';

describe('Prometheus text', () => {
  it('writes families, labels and numbers as the format wants them', () => {
    const text = prometheusText([
      {
        name: 'a_total',
        help: 'A \\ with\nlines.',
        type: 'counter',
        samples: [{ labels: { route: '/a"b\\c\nd' }, value: 3 }],
      },
      {
        name: 'b',
        help: 'B.',
        type: 'histogram',
        samples: [{ suffix: '_bucket', labels: { le: '+Inf' }, value: Infinity }],
      },
      { name: 'c', help: 'C.', type: 'gauge', samples: [{ value: NaN }] },
    ]);
    expect(text).toBe(
      [
        '# HELP a_total A \\\\ with\\nlines.',
        '# TYPE a_total counter',
        'a_total{route="/a\\"b\\\\c\\nd"} 3',
        '# HELP b B.',
        '# TYPE b histogram',
        'b_bucket{le="+Inf"} +Inf',
        '# HELP c C.',
        '# TYPE c gauge',
        'c NaN',
        '',
      ].join('\n'),
    );
  });
});
