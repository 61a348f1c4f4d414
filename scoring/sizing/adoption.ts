import { WaymarkError } from '../../contracts/errors.ts';

/** The user's own guess of a probability: on average, at least, at most (0–1). */
export interface AdoptionRange {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How likely a client who can be reached takes the product up. Nothing is built in: these are the
 * user's assumptions. `segments` holds for the segments it names, `overall` for all others.
 */
export interface AdoptionAssumptions {
  readonly distribution: 'beta' | 'triangular';
  readonly overall?: AdoptionRange | undefined;
  readonly segments?: Readonly<Record<string, AdoptionRange>> | undefined;
  /** Where the figures come from, in the user's words. */
  readonly source?: string | undefined;
}

/** An assumption as a distribution on [low, high] with the stated mean. */
export interface AdoptionLaw {
  readonly mean: number;
  readonly variance: number;
  /** The value that it stays below with probability `p`, 0 < p < 1. */
  quantile(p: number): number;
}

/** The laws of all segments: which law each follows. Segments that share one rise and fall together. */
export interface SegmentLaws {
  readonly laws: readonly AdoptionLaw[];
  /** Index of the law of each segment. */
  readonly lawOf: readonly number[];
}

/** Finds each segment's law. Throws INVALID_REQUEST for a segment that is not there, or has no assumption. */
export function segmentLaws(
  assumptions: AdoptionAssumptions,
  segments: readonly string[],
  lawFrom: (
    range: AdoptionRange,
    where: string,
    distribution: AdoptionAssumptions['distribution'],
  ) => AdoptionLaw,
): SegmentLaws {
  const { overall, segments: named = {}, distribution } = assumptions;
  const unknown = Object.keys(named).find((name) => !segments.includes(name));
  if (unknown !== undefined)
    throw new WaymarkError(
      'INVALID_REQUEST',
      `The assumptions name the segment "${unknown}", which the data does not have.`,
      `The segments are: ${segments.join(', ')}.`,
    );
  const laws: AdoptionLaw[] = [];
  const shared = overall === undefined ? -1 : laws.push(lawFrom(overall, 'overall', distribution)) - 1;
  const lawOf = segments.map((segment) => {
    const range = Object.hasOwn(named, segment) ? named[segment] : undefined;
    if (range !== undefined) return laws.push(lawFrom(range, `segment "${segment}"`, distribution)) - 1;
    if (shared >= 0) return shared;
    throw new WaymarkError(
      'INVALID_REQUEST',
      `The assumptions say nothing of the segment "${segment}".`,
      'Name each segment under "segments" (mean, low and high may all be 0), or give "overall" for those not named.',
    );
  });
  return { laws, lawOf };
}
