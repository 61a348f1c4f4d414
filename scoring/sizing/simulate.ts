import { createRandom, type Random } from '../random/create-random.ts';
import { normalQuantile } from '../statistics/normal-quantile.ts';
import type { SegmentLaws } from './adoption.ts';
import { EXITS, NOT_ELIGIBLE, REACHABLE, type BranchShares } from './branch-shares.ts';
import type { SamplingBlock } from './sampling-blocks.ts';

/** Simulated clients of one branch (or all): one value per draw, at segment × stage. Segment `segmentCount` is all together. */
export interface Draws {
  at(segment: number, stage: number): Float64Array;
}

export interface SimulationInput {
  readonly shares: BranchShares;
  readonly blocks: readonly SamplingBlock[];
  /** Null: the funnel stops at reachable. */
  readonly adoption: SegmentLaws | null;
  readonly draws: number;
  readonly seed: number;
}

const STAGE_COUNT = 4;

/**
 * Draws the funnel again and again: shares of each branch from their sampling distribution, adoption
 * from its assumptions (one draw for all branches, so that they rise and fall together). `onBranch`
 * sees the draws of each branch that has interviews and may keep them; the sum over branches is returned.
 * Same input and seed, same bytes; the adoption drawn does not depend on the sample.
 */
export function simulate(input: SimulationInput, onBranch: (branch: number, draws: Draws) => void): Draws {
  const { shares, blocks, draws, seed } = input;
  const random = createRandom(seed);
  const adopted = drawAdoption(input, random);
  const { segmentCount, clients } = shares;
  const overall = emptyDraws(segmentCount, draws);
  for (const block of blocks) {
    const drawn = block.branches.map((branch) => ({ branch, at: emptyDraws(segmentCount, draws) }));
    const { size, rank, values } = block.factor;
    const normals = new Float64Array(rank);
    const logs = new Float64Array(shares.shares.length);
    for (let draw = 0; draw < draws; draw += 1) {
      for (let place = 0; place < rank; place += 1) normals[place] = drawNormal(random);
      for (let row = 0; row < size; row += 1) {
        let sum = -block.halfVariance[row]!;
        for (let place = 0; place < rank; place += 1) sum += values[row * rank + place]! * normals[place]!;
        logs[block.cells[row]!] = sum;
      }
      for (const { branch, at } of drawn)
        writeBranch(at, shares, branch, logs, adopted, draw, clients[branch]!);
    }
    for (const { branch, at } of drawn) {
      for (let place = 0; place < at.columns.length; place += 1) {
        const sum = overall.columns[place]!;
        at.columns[place]!.forEach((value, draw) => {
          sum[draw] = sum[draw]! + value;
        });
      }
      onBranch(branch, at);
    }
  }
  return overall;
}

interface StoredDraws extends Draws {
  readonly columns: readonly Float64Array[];
}

function emptyDraws(segmentCount: number, draws: number): StoredDraws {
  const columns = Array.from({ length: (segmentCount + 1) * STAGE_COUNT }, () => new Float64Array(draws));
  return { columns, at: (segment, stage) => columns[segment * STAGE_COUNT + stage]! };
}

function writeBranch(
  into: StoredDraws,
  { occupied, shares, segmentCount }: BranchShares,
  branch: number,
  logs: Float64Array,
  adopted: readonly Float64Array[] | null,
  draw: number,
  clients: number,
): void {
  let total = 0;
  const weights = occupied[branch]!.map((cell) => {
    const weight = shares[cell]! * Math.exp(logs[cell]!);
    total += weight;
    return weight;
  });
  const add = (segment: number, stage: number, value: number): void => {
    for (const one of [segment, segmentCount]) {
      const column = into.columns[one * STAGE_COUNT + stage]!;
      column[draw] = column[draw]! + value;
    }
  };
  occupied[branch]!.forEach((cell, place) => {
    const offset = cell - branch * segmentCount * EXITS;
    const segment = Math.floor(offset / EXITS);
    const exit = offset % EXITS;
    const count = (clients * weights[place]!) / total;
    add(segment, 0, count);
    if (exit !== NOT_ELIGIBLE) add(segment, 1, count);
    if (exit !== REACHABLE) return;
    add(segment, 2, count);
    if (adopted !== null) add(segment, 3, count * adopted[segment]![draw]!);
  });
}

/** Per segment, one probability per draw; segments of one law share its draws. */
function drawAdoption({ adoption, draws }: SimulationInput, random: Random): readonly Float64Array[] | null {
  if (adoption === null) return null;
  const drawn = adoption.laws.map((law) =>
    Float64Array.from({ length: draws }, () => law.quantile(openUniform(random))),
  );
  return adoption.lawOf.map((law) => drawn[law]!);
}

/** Uniform on the open interval, so that no quantile is infinite. */
const openUniform = (random: Random): number => random.next() + 2 ** -54;

const drawNormal = (random: Random): number => normalQuantile(openUniform(random));
