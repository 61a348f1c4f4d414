/** How branches rank over simulated draws. */
export interface DrawRanks {
  /** Per branch: the probability of being among the first `top`. They sum to `top`. */
  readonly probabilityTop: Float64Array;
  readonly expectedRank: Float64Array;
  /** Probability that all of `chosen` are the first `top`, in whatever order. */
  readonly probabilityAll: number;
}

/**
 * Ranks branches in each draw, largest first. Branches that tie share their places equally: each of m
 * that compete for the last j places counts j/m, and each has the mean of their ranks.
 *
 * @param values per branch, one value per draw.
 * @param top how many are "the first", from 1 to the number of branches.
 * @param chosen which `top` branches to ask of together.
 */
export function rankDraws(
  values: readonly Float64Array[],
  top: number,
  chosen: readonly number[],
): DrawRanks {
  const count = values.length;
  const draws = values[0]?.length ?? 0;
  const probabilityTop = new Float64Array(count);
  const expectedRank = new Float64Array(count);
  const isChosen = new Uint8Array(count);
  for (const branch of chosen) isChosen[branch] = 1;
  let all = 0;
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let draw = 0; draw < draws; draw += 1) {
    order.sort((a, b) => values[b]![draw]! - values[a]![draw]! || a - b);
    let allHere = 1;
    for (let from = 0; from < count;) {
      const value = values[order[from]!]![draw]!;
      let to = from + 1;
      while (to < count && values[order[to]!]![draw]! === value) to += 1;
      const inTop = Math.max(0, Math.min(top, to) - from);
      let chosenHere = 0;
      for (let place = from; place < to; place += 1) {
        const branch = order[place]!;
        probabilityTop[branch] = probabilityTop[branch]! + inTop / (to - from);
        expectedRank[branch] = expectedRank[branch]! + (from + to + 1) / 2;
        chosenHere += isChosen[branch]!;
      }
      // The chosen among those that tie must be exactly the ones that get the places.
      allHere *= chosenHere === inTop ? 1 / combinations(to - from, inTop) : 0;
      from = to;
    }
    all += allHere;
  }
  return {
    probabilityTop: probabilityTop.map((sum) => sum / draws),
    expectedRank: expectedRank.map((sum) => sum / draws),
    probabilityAll: all / draws,
  };
}

function combinations(of: number, take: number): number {
  let ways = 1;
  for (let each = 1; each <= Math.min(take, of - take); each += 1) ways = (ways * (of - each + 1)) / each;
  return ways;
}
