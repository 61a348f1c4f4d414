import type { AdoptionAssumptions, SegmentLaws } from './adoption.ts';

/** What was drawn for adoption, in words. */
export function adoptionText(
  distribution: AdoptionAssumptions['distribution'],
  { laws, lawOf }: SegmentLaws,
): string {
  const shape =
    distribution === 'beta'
      ? 'beta on low to high with the stated mean (a + b = 6)'
      : 'triangular on low to high with the stated mean';
  const shared = new Set(lawOf).size < lawOf.length ? ' Segments under "overall" share one draw.' : '';
  return `${laws.length === 1 ? 'One probability' : 'One probability for each segment, independent of each other'}: ${shape}; the same in all branches in a draw.${shared}`;
}
