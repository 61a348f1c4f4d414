import { WaymarkError } from '../../contracts/errors.ts';

export interface FrameStratum {
  readonly name: string;
  /** Units of the frame (clients), above 0. */
  readonly count: number;
}

export interface DesignWeights {
  /** N/n of the stratum, per respondent. */
  readonly weights: Float64Array;
  /** Units of the frame in the stratum, per respondent: a finite population correction. */
  readonly frameCounts: Float64Array;
  readonly strata: readonly (FrameStratum & {
    readonly respondents: number;
    readonly weight: number | null;
  })[];
}

/**
 * Weights of a sample drawn at random within strata of a known frame: each respondent stands for N/n
 * clients of her stratum (Horvitz & Thompson 1952). As `survey::svydesign(strata, fpc)` without weights.
 *
 * Throws `BAD_DESIGN` for a respondent whose stratum the frame does not have, and for more respondents
 * than clients. A stratum without respondents has weight null: nobody stands for its clients.
 *
 * @param indices stratum of each respondent, a place in `names`
 */
export function designWeights(
  indices: ArrayLike<number>,
  names: readonly string[],
  frame: readonly FrameStratum[],
): DesignWeights {
  const respondents = new Map<string, number>();
  for (let row = 0; row < indices.length; row += 1) {
    const name = names[indices[row]!]!;
    respondents.set(name, (respondents.get(name) ?? 0) + 1);
  }
  const known = new Map(frame.map(({ name, count }) => [name, count]));
  for (const [name, count] of respondents) {
    const clients = known.get(name);
    if (clients === undefined)
      throw new WaymarkError(
        'BAD_DESIGN',
        `${count} respondents are in "${name}", which the frame does not have. It has: ${[...known.keys()].slice(0, 12).join(', ')}.`,
        'Add it to the frame, or correct its spelling in one of the two files.',
      );
    if (clients < count)
      throw new WaymarkError(
        'BAD_DESIGN',
        `"${name}": the frame counts ${clients} clients, but ${count} respondents are in the sample.`,
        'Correct the frame; a sample cannot be larger than what it is drawn from.',
      );
  }
  const weightOf = (name: string): number => known.get(name)! / respondents.get(name)!;
  const of = (value: (name: string) => number): Float64Array => {
    const values = names.map((name) => (respondents.has(name) ? value(name) : Number.NaN));
    return Float64Array.from(indices, (place) => values[place]!);
  };
  return {
    weights: of(weightOf),
    frameCounts: of((name) => known.get(name)!),
    strata: frame.map(({ name, count }) => ({
      name,
      count,
      respondents: respondents.get(name) ?? 0,
      weight: respondents.has(name) ? weightOf(name) : null,
    })),
  };
}
