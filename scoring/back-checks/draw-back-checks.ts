import { byCharacters } from '../random/by-characters.ts';
import { createRandom } from '../random/create-random.ts';
import { shuffle } from '../random/shuffle.ts';
import { allocateBackChecks } from './allocate-back-checks.ts';

export interface Candidate {
  readonly id: string;
  /** The stratum. */
  readonly enumerator: string;
  /** Drawn at an earlier time: it counts towards her number and is not drawn again. */
  readonly isDrawn: boolean;
}

export interface DrawRequest {
  readonly candidates: readonly Candidate[];
  /** Share to check, above 0 and at most 1. */
  readonly rate01: number;
  readonly seed: number;
}

export interface DrawnStratum {
  readonly enumerator: string;
  readonly interviews: number;
  readonly drawnBefore: number;
  /** Ids, in the order drawn. */
  readonly drawn: readonly string[];
}

/**
 * Draws interviews to check again, at random within each enumerator, without replacement. Numbers are those
 * of `allocateBackChecks` over all her interviews, less what was drawn before: to draw twice over the same
 * interviews adds nothing. Names and ids are sorted by their characters first, so that the order of arrival plays
 * no role: the same candidates, rate and seed give the same draw.
 */
export function drawBackChecks({ candidates, rate01, seed }: DrawRequest): DrawnStratum[] {
  const random = createRandom(seed);
  const strata = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const members = strata.get(candidate.enumerator);
    if (members === undefined) strata.set(candidate.enumerator, [candidate]);
    else members.push(candidate);
  }
  const names = [...strata.keys()].toSorted(byCharacters);
  const numbers = allocateBackChecks(
    names.map((name) => strata.get(name)!.length),
    rate01,
  );
  return names.map((enumerator, place) => {
    const members = strata.get(enumerator)!;
    const drawnBefore = members.filter(({ isDrawn }) => isDrawn).length;
    const open = members
      .filter(({ isDrawn }) => !isDrawn)
      .map(({ id }) => id)
      .toSorted(byCharacters);
    shuffle(open, random);
    const drawn = open.slice(0, Math.max(0, numbers[place]! - drawnBefore));
    return { enumerator, interviews: members.length, drawnBefore, drawn };
  });
}
