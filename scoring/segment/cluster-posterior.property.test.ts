import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestCentroids } from '../cluster/nearest-centroids.ts';
import { clusterPosterior, withinVariance } from './cluster-posterior.ts';

const points = (length: number) =>
  fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: length, maxLength: length });
const gappy = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  ),
  { minLength: 3, maxLength: 3 },
);

describe('clusterPosterior', () => {
  it('sums to 1, is largest for the nearest centroid, and is absent where that is', () => {
    let placed = 0;
    fc.assert(
      fc.property(
        gappy,
        points(12),
        fc.double({ min: 0, max: 900, noNaN: true }),
        (values, centroids, variance) => {
          const row = Float64Array.from(values);
          const posterior = clusterPosterior(row, Float64Array.from(centroids), variance);
          const { label } = nearestCentroids(row, Float64Array.from(centroids));
          expect(posterior.some(Number.isNaN)).toBe(label < 0);
          if (label < 0) return;
          placed += 1;
          expect(posterior.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
          expect(posterior[label]).toBe(Math.max(...posterior));
        },
      ),
      { seed: 3 },
    );
    expect(placed).toBeGreaterThan(50);
  });

  it('is the logistic function of the difference of squared distances for two clusters', () => {
    // x = 3, centroids 0 and 10, σ² = 8: log-odds (49 − 9)/(2·8) = 2.5.
    const [near, far] = clusterPosterior(Float64Array.of(3), Float64Array.of(0, 10), 8);
    expect(near).toBeCloseTo(1 / (1 + Math.exp(-2.5)), 14);
    expect(far).toBeCloseTo(1 / (1 + Math.exp(2.5)), 14);
    expect([...clusterPosterior(Float64Array.of(5), Float64Array.of(0, 10), 0)]).toEqual([0.5, 0.5]);
  });

  it('takes its variance from the fit, per dimension', () => {
    // iris, k = 3: inertia 78.8514414261 over 150 flowers × 4 measures.
    expect(withinVariance(78.8514414261, 150, 4)).toBeCloseTo(0.13141906904, 10);
  });
});
