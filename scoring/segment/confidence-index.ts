export interface ConfidenceInput {
  /** Rank she was given, and the rank of her cluster; −1 is none. */
  readonly archetype: number;
  readonly clusterArchetype: number;
  /** Whether the rules alone decided. */
  readonly decided: boolean;
  /** Points (0–100) to the nearest deciding threshold; Infinity where none is near. */
  readonly distance100: number;
  /** How much nearer her own centroid is than the next, 0–1. */
  readonly separation01: number;
  /** The model's margin, in points. */
  readonly margin100: number;
}

/**
 * How firm a segment is, as an index from 0 to 1. It is not a probability: nothing here was
 * calibrated against a truth. It is the mean of three parts, each 0–1:
 *
 * 1. clearance: distance to the nearest deciding threshold over twice the model's margin, at most 1;
 *    0 where the rules alone did not decide;
 * 2. separation: how much nearer her own centroid is than the next;
 * 3. accord: 1 where her segment is her cluster's archetype, ½ where it is next to it, else 0.
 *
 * Without a named cluster only clearance counts. NaN where she was not classified.
 */
export function confidenceIndex(input: ConfidenceInput): number {
  if (input.archetype < 0) return Number.NaN;
  const clearance = clearanceOf(input);
  if (input.clusterArchetype < 0) return clearance;
  const apart = Math.abs(input.archetype - input.clusterArchetype);
  const accord = apart === 0 ? 1 : apart === 1 ? 0.5 : 0;
  return (clearance + input.separation01 + accord) / 3;
}

function clearanceOf({ decided, distance100, margin100 }: ConfidenceInput): number {
  if (!decided) return 0;
  return distance100 < 2 * margin100 ? distance100 / (2 * margin100) : 1;
}
