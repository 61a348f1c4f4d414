import type { StudyData } from './study-data.ts';

/**
 * A segmentation as JSON text, the same bytes for the same result: keys in their fixed order, typed
 * arrays as lists, an absent number (NaN) as null.
 */
export const segmentationText = ({
  dataVersion,
  seed,
  codebookHash,
  segmentation,
  declined,
  tabletDifferences,
}: StudyData): string =>
  JSON.stringify(
    {
      dataVersion,
      seed,
      codebookHash,
      declined: [...declined],
      tabletDifferences: [...tabletDifferences],
      segmentation,
    },
    (_key, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value),
  );
