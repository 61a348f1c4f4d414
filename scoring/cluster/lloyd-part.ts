import { nearestTwo, type NearestTwo } from './nearest-two.ts';

/** Rows whose sums are added up on their own: fixed, so that no sum depends on the number of threads. */
export const CHUNK_ROWS = 8192;
/** Bounds must hold by this much, relative, before a row is passed over: rounding may not decide. */
const GUARD = 1 + 1e-9;

/**
 * A range of chunks to assign to the nearest centroid. All arrays belong to one fit and are shared by
 * its parts (over a `SharedArrayBuffer` where threads are used); a part writes only what belongs to its
 * own rows and chunks.
 */
export interface LloydPart {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly dimensions: number;
  readonly k: number;
  /** Row-major k × dimensions. */
  readonly centroids: Float64Array;
  /** How far each centroid moved since the last pass. */
  readonly shifts: Float64Array;
  /** Cluster of each row, from the last pass. */
  readonly labels: Uint8Array;
  /** Distance of each row to its own centroid: never less. */
  readonly upper: Float64Array;
  /** Distance of each row to the nearest other centroid: never more. */
  readonly lower: Float64Array;
  /** Per chunk: k × dimensions weighted sums, k weights, k counts, inertia, rows that changed. */
  readonly tallies: Float64Array;
  readonly fromChunk: number;
  readonly toChunk: number;
  /** True: every distance is computed, and the sums and the inertia are made anew. */
  readonly exact: boolean;
}

/** Numbers per chunk in `LloydPart.tallies`. */
export const tallyLength = (k: number, dimensions: number): number => k * (dimensions + 2) + 2;

/**
 * One Lloyd assignment of some chunks of rows. A row as near to two centroids goes to the lower label.
 * Between exact passes the triangle inequality passes over rows that cannot change (Hamerly 2010,
 * "Making k-means even faster"), and the sums of a chunk change only by the rows that do.
 */
export function lloydPart(part: LloydPart): void {
  const rowCount = part.weights.length;
  const nearest = nearestTwo(part.centroids, part.k, part.dimensions);
  const assign = part.exact ? assignAll : assignNear(part);
  for (let chunk = part.fromChunk; chunk < part.toChunk; chunk += 1) {
    assign(part, nearest, chunk, chunk * CHUNK_ROWS, Math.min(rowCount, (chunk + 1) * CHUNK_ROWS));
  }
}

function assignAll(
  part: LloydPart,
  nearest: NearestTwo,
  chunk: number,
  fromRow: number,
  toRow: number,
): void {
  const { values, weights, dimensions, k, labels, upper, lower } = part;
  const { squares } = nearest;
  const length = tallyLength(k, dimensions);
  const tally = part.tallies.subarray(chunk * length, (chunk + 1) * length).fill(0);
  let inertia = 0;
  let changed = 0;
  for (let row = fromRow; row < toRow; row += 1) {
    const at = row * dimensions;
    const label = nearest.find(values, at);
    if (labels[row] !== label) {
      labels[row] = label;
      changed += 1;
    }
    upper[row] = Math.sqrt(squares[0]!);
    lower[row] = Math.sqrt(squares[1]!);
    const weight = weights[row]!;
    inertia += weight * squares[0]!;
    for (let d = 0, to = label * dimensions; d < dimensions; d += 1, to += 1) {
      tally[to] = tally[to]! + weight * values[at + d]!;
    }
    tally[k * dimensions + label] = tally[k * dimensions + label]! + weight;
    tally[k * dimensions + k + label] = tally[k * dimensions + k + label]! + 1;
  }
  tally[length - 2] = inertia;
  tally[length - 1] = changed;
}

type Assign = (part: LloydPart, nearest: NearestTwo, chunk: number, fromRow: number, toRow: number) => void;

function assignNear({ centroids, shifts, k, dimensions }: LloydPart): Assign {
  const apart = halfDistances(centroids, k, dimensions);
  const drops = shifts.map((_, label) =>
    shifts.reduce((most, shift, other) => (other === label ? most : Math.max(most, shift)), 0),
  );
  return (part, nearest, chunk, fromRow, toRow) => {
    const { values, weights, labels, upper, lower } = part;
    const { squares } = nearest;
    const length = tallyLength(k, dimensions);
    const tally = part.tallies.subarray(chunk * length, (chunk + 1) * length);
    let changed = 0;
    for (let row = fromRow; row < toRow; row += 1) {
      const own = labels[row]!;
      const below = lower[row]! - drops[own]!;
      const limit = below > apart[own]! ? below : apart[own]!;
      const above = upper[row]! + shifts[own]!;
      if (above * GUARD < limit) {
        upper[row] = above;
        lower[row] = below;
        continue;
      }
      const at = row * dimensions;
      const label = nearest.find(values, at);
      upper[row] = Math.sqrt(squares[0]!);
      lower[row] = Math.sqrt(squares[1]!);
      if (label === own) continue;
      labels[row] = label;
      changed += 1;
      const weight = weights[row]!;
      for (let d = 0, to = label * dimensions, from = own * dimensions; d < dimensions; d += 1) {
        const share = weight * values[at + d]!;
        tally[to + d] = tally[to + d]! + share;
        tally[from + d] = tally[from + d]! - share;
      }
      const weightAt = k * dimensions;
      tally[weightAt + label] = tally[weightAt + label]! + weight;
      tally[weightAt + own] = tally[weightAt + own]! - weight;
      tally[weightAt + k + label] = tally[weightAt + k + label]! + 1;
      tally[weightAt + k + own] = tally[weightAt + k + own]! - 1;
    }
    tally[length - 1] = changed;
  };
}

/** Half the distance of each centroid to the nearest other: whoever is nearer than that stays. */
function halfDistances(centroids: Float64Array, k: number, dimensions: number): Float64Array {
  const halves = new Float64Array(k).fill(Infinity);
  for (let a = 0; a < k; a += 1) {
    for (let b = 0; b < k; b += 1) {
      if (a === b) continue;
      let distance = 0;
      for (let d = 0; d < dimensions; d += 1) {
        distance += (centroids[a * dimensions + d]! - centroids[b * dimensions + d]!) ** 2;
      }
      halves[a] = Math.min(halves[a]!, Math.sqrt(distance) / 2);
    }
  }
  return halves;
}
