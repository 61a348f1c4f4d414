import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calibratedInfluences } from './calibrated-influences.ts';

const respondents = fc.array(
  fc.record({
    sex: fc.nat(1),
    age: fc.nat(2),
    base: fc.double({ min: 0.3, max: 5, noNaN: true }),
    factor: fc.double({ min: 0.5, max: 2, noNaN: true }),
    u: fc.double({ min: -100, max: 100, noNaN: true }),
  }),
  { minLength: 6, maxLength: 40 },
);

type Sample = readonly { sex: number; age: number; base: number; factor: number; u: number }[];

/** A fit on the margins of a sample, weighted by the weights before calibration. */
function setUp(sample: Sample) {
  const margins = [
    { indices: Uint16Array.from(sample, ({ sex }) => sex), counts: new Float64Array(2).fill(1) },
    { indices: Uint16Array.from(sample, ({ age }) => age), counts: new Float64Array(3).fill(1) },
  ];
  const baseWeights = Float64Array.from(sample, ({ base }) => base);
  const weights = Float64Array.from(sample, ({ base, factor }) => base * factor);
  const ask = (u: (one: Sample[number]) => number): Float64Array => {
    const influence = Float64Array.from(sample, (one, row) => weights[row]! * u(one));
    return calibratedInfluences({ influences: [influence], weights, margins, baseWeights })[0]!;
  };
  return { margins, baseWeights, weights, ask };
}

test('what is left has weighted mean 0 in every category', () => {
  fc.assert(
    fc.property(respondents, (sample) => {
      const { margins, baseWeights, weights, ask } = setUp(sample);
      const residual = ask(({ u }) => u).map((value, row) => value / weights[row]!);
      for (const { indices, counts } of margins) {
        const sums = new Float64Array(counts.length);
        residual.forEach((value, row) => {
          sums[indices[row]!]! += value * baseWeights[row]!;
        });
        for (const sum of sums) expect(Math.abs(sum)).toBeLessThan(1e-7);
      }
    }),
  );
});

test('what the margins explain adds nothing', () => {
  fc.assert(
    fc.property(respondents, fc.integer({ min: -20, max: 20 }), (sample, step) => {
      const { ask } = setUp(sample);
      const plain = ask(({ u }) => u);
      const shifted = ask(({ u, sex, age }) => u + 7 * sex - step * age + 3);
      shifted.forEach((value, row) => {
        expect(Math.abs(value - plain[row]!)).toBeLessThan(1e-6);
      });
    }),
  );
});
