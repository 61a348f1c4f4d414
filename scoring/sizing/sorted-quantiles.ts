/**
 * Quantiles of draws, interpolated between neighbours (type 7 of Hyndman & Fan, R's default).
 *
 * @param draws sorted in place.
 */
export function sortedQuantiles(draws: Float64Array, probabilities: readonly number[]): number[] {
  draws.sort();
  const last = draws.length - 1;
  return probabilities.map((probability) => {
    const place = probability * last;
    const below = Math.floor(place);
    const low = draws[below]!;
    return low + (place - below) * (draws[Math.min(below + 1, last)]! - low);
  });
}
