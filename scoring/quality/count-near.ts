import { distanceM } from './distance-m.ts';
import type { MeasuredPlace } from './quality-record.ts';

/** Metres of one degree of latitude. */
const DEGREE_M = 111_195;

/**
 * For each place, how many others it cannot be told from: no farther away than the better of the two
 * accuracies. Null for a place that is null, or less accurate than `maximumAccuracyM`: it says nothing.
 * Counting stops at `limit`, so that a market full of interviews costs no more than that.
 */
export function countNear(
  places: readonly (MeasuredPlace | null)[],
  maximumAccuracyM: number,
  limit: number,
): (number | null)[] {
  // Cells as high as the largest distance that counts; as wide in degrees as at 80° of latitude and below.
  const high = maximumAccuracyM / DEGREE_M;
  const wide = high * 6;
  const cellOf = ({ latitude, longitude }: MeasuredPlace) =>
    [Math.floor(latitude / high), Math.floor(longitude / wide)] as const;
  const cells = new Map<string, number[]>();
  const usable = places.map((place) => place !== null && place.accuracyM <= maximumAccuracyM);
  places.forEach((place, index) => {
    if (place === null || usable[index] !== true) return;
    const key = cellOf(place).join(' ');
    const known = cells.get(key);
    if (known) known.push(index);
    else cells.set(key, [index]);
  });
  return places.map((place, index) => {
    if (place === null || usable[index] !== true) return null;
    const [row, column] = cellOf(place);
    let near = 0;
    for (let cell = 0; cell < 9; cell += 1) {
      const key = `${row + Math.floor(cell / 3) - 1} ${column + (cell % 3) - 1}`;
      for (const other of cells.get(key) ?? []) {
        if (near >= limit) return near;
        const there = places[other];
        if (other === index || !there) continue;
        if (distanceM(place, there) <= Math.min(place.accuracyM, there.accuracyM)) near += 1;
      }
    }
    return near;
  });
}
