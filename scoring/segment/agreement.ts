import { ARCHETYPES } from '../../contracts/archetype.ts';
import { adjustedRandIndex } from '../statistics/adjusted-rand-index.ts';
import { cohenKappa } from '../statistics/cohen-kappa.ts';
import type { Agreement } from './segmentation.ts';

export interface AgreementInput {
  readonly ruleArchetype: Int8Array;
  readonly clusterArchetype: Int8Array;
  readonly cluster: Int8Array;
  readonly k: number;
  readonly weights: Float64Array;
  readonly moved: number;
}

const SIZE = ARCHETYPES.length;

/** Compares rules with clusters; who is weighted and who counts 1 is said at each field of `Agreement`. */
export function agreementOf(input: AgreementInput): Agreement {
  const { ruleArchetype, clusterArchetype, cluster, k, weights } = input;
  const confusion = new Float64Array(SIZE * SIZE);
  const weighted = new Float64Array(SIZE * SIZE);
  const partitions = new Float64Array(SIZE * k);
  const disagreeing: number[] = [];
  let compared = 0;
  ruleArchetype.forEach((rule, index) => {
    const label = cluster[index]!;
    if (rule < 0 || label < 0) return;
    partitions[rule * k + label] = partitions[rule * k + label]! + 1;
    const named = clusterArchetype[index]!;
    if (named < 0) return;
    const cell = rule * SIZE + named;
    compared += 1;
    confusion[cell] = confusion[cell]! + 1;
    weighted[cell] = weighted[cell]! + weights[index]!;
    if (rule !== named) disagreeing.push(index);
  });
  const total = weighted.reduce((sum, value) => sum + value, 0);
  const same = ARCHETYPES.reduce((sum, _, rank) => sum + weighted[rank * SIZE + rank]!, 0);
  return {
    compared,
    agree01: total > 0 ? same / total : null,
    kappa: cohenKappa(weighted, SIZE, 'none'),
    weightedKappa: cohenKappa(weighted, SIZE, 'quadratic'),
    adjustedRandIndex: adjustedRandIndex(partitions, SIZE, k),
    moved: input.moved,
    disagreements: disagreeing.length,
    disagreeing: Uint32Array.from(disagreeing),
    confusion: toRows(confusion),
    weightedConfusion: toRows(weighted),
  };
}

const toRows = (table: Float64Array) =>
  ARCHETYPES.map((_, rank) => [...table.subarray(rank * SIZE, (rank + 1) * SIZE)]);
