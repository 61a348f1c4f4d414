import { describe, expect, it } from 'vitest';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { testRespondents } from '../test-respondents.ts';
import { createSegmenter } from './create-segmenter.ts';
import { segmentStability } from './segment-stability.ts';

function stabilityOf(count: number, seed: number, draws = 20) {
  const segmenter = createSegmenter(TEST_CODEBOOK, { seed: 1 });
  for (const person of testRespondents(count, 5)) segmenter.add(person);
  const segmentation = segmenter.finish();
  return { segmentation, stability: segmentStability(TEST_CODEBOOK.model, segmentation, { seed, draws }) };
}

describe('segmentStability', { timeout: 60_000 }, () => {
  it('finds clusters again that the data have, and names them as the segmentation does', () => {
    const { segmentation, stability } = stabilityOf(400, 1);
    expect(stability.draws).toBe(20);
    expect(stability.clusters.map(({ archetype }) => archetype)).toEqual([
      ...segmentation.clusters.archetypeOfCluster,
    ]);
    for (const { jaccard, word } of stability.clusters) {
      expect(jaccard!).toBeGreaterThan(0.75);
      expect(['stable', 'high']).toContain(word);
    }
    expect(stabilityOf(400, 1).stability).toEqual(stability);
  });

  it('says why there is nothing to find again', () => {
    const { stability } = stabilityOf(2, 1);
    expect(stability.clusters).toEqual([]);
    expect(stability.reason).toBeTypeOf('string');
  });
});
