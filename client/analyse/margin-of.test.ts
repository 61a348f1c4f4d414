import { expect, test } from 'vitest';
import { marginOf } from './margin-of.ts';

test.each([
  [0.24, [0.192, 0.291], { kind: 'around', points: 6 }],
  [0.5, [0.45, 0.55], { kind: 'around', points: 5 }],
  [0.5, [0.5, 0.5], { kind: 'around', points: 0 }],
  [0.02, [0.006, 0.061], { kind: 'range', from: 0, to: 7 }],
  [0.97, [0.911, 0.992], { kind: 'range', from: 91, to: 100 }],
] as const)('%s with interval %s', (share01, interval, margin) =>
  expect(marginOf(share01, interval)).toEqual(margin),
);

test('what is shown covers the interval, whatever it is', () => {
  for (let share = 0; share <= 100; share += 0.7)
    for (let width = 0; width <= 30; width += 1) {
      const [low, high] = [Math.max(0, share - width * 0.7) / 100, Math.min(100, share + width) / 100];
      const margin = marginOf(share / 100, [low, high]);
      const shown =
        margin.kind === 'around'
          ? [Math.round(share) - margin.points, Math.round(share) + margin.points]
          : [margin.from, margin.to];
      expect(shown[0]).toBeLessThanOrEqual(low * 100 + 1e-6);
      expect(shown[1]).toBeGreaterThanOrEqual(high * 100 - 1e-6);
    }
});
