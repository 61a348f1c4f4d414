import { beforeAll, describe, expect, it } from 'vitest';
import { createDesign } from '../design/create-design.ts';
import { createRandom, type Random } from '../random/create-random.ts';
import { normalQuantile } from '../statistics/normal-quantile.ts';
import { NOT_ELIGIBLE, NOT_REACHABLE, REACHABLE } from './branch-shares.ts';
import { sizeMarket } from './size-market.ts';

const BRANCHES = 6;
const CENTRES = 40;
const CLIENTS = 60;
const SEGMENTS = ['low', 'rising', 'middle', 'high'];
const SAMPLES = 300;

interface Client {
  readonly segment: number;
  readonly exit: number;
}

const normal = (random: Random): number => normalQuantile(random.next() + 2 ** -54);

/** An institution whose truth is known: branches differ, and so do the centres of a branch. */
function institution(random: Random): Client[][][] {
  return Array.from({ length: BRANCHES }, (_, branch) =>
    Array.from({ length: CENTRES }, () => {
      const centre = (branch - 2.5) * 0.25 + 0.6 * normal(random);
      return Array.from({ length: CLIENTS }, () => {
        const able = centre + normal(random);
        const isReachable = random.next() < 1 / (1 + Math.exp(-able));
        return {
          segment: able < -0.7 ? 0 : able < 0.3 ? 1 : able < 1.2 ? 2 : 3,
          exit: random.next() < 0.35 ? NOT_ELIGIBLE : isReachable ? REACHABLE : NOT_REACHABLE,
        };
      });
    }),
  );
}

/** So many different ones of a list. */
function pick<T>(list: readonly T[], count: number, random: Random): T[] {
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(Math.floor(random.next() * left.length), 1)[0]!);
}

/** Eight centres of each branch, ten clients of each centre. */
function sampleOf(all: readonly (readonly (readonly Client[])[])[], random: Random) {
  return all.flatMap((centres, branch) =>
    pick([...centres.keys()], 8, random).flatMap((centre) =>
      pick(centres[centre]!, 10, random).map((client) => ({
        ...client,
        branch,
        psu: branch * CENTRES + centre,
      })),
    ),
  );
}

describe('sizeMarket, over many samples of one institution', { timeout: 120_000 }, () => {
  const random = createRandom(99);
  const all = institution(random);
  const reachable = all.map((centres) => centres.flat().filter(({ exit }) => exit === REACHABLE).length);
  const truth = reachable.reduce((sum, count) => sum + count, 0);
  const first = new Set([...reachable.keys()].sort((a, b) => reachable[b]! - reachable[a]!).slice(0, 2));
  const held = { overall: 0, simulated: 0, branches: 0, branchesSimulated: 0 };
  const sure = { said: 0, count: 0, right: 0 };
  beforeAll(() => {
    for (let draw = 0; draw < SAMPLES; draw += 1) {
      const rows = sampleOf(all, random);
      const { overall, branches, ranking } = sizeMarket({
        design: createDesign({
          size: rows.length,
          strata: Uint32Array.from(rows, ({ branch }) => branch),
          psu: Uint32Array.from(rows, ({ psu }) => psu),
        }),
        frame: {
          branches: reachable.map((_, branch) => `b${branch}`),
          clients: new Float64Array(BRANCHES).fill(CENTRES * CLIENTS),
        },
        branch: Uint16Array.from(rows, ({ branch }) => branch),
        segment: Uint16Array.from(rows, ({ segment }) => segment),
        segments: SEGMENTS,
        exit: Uint8Array.from(rows, ({ exit }) => exit),
        conditions: { eligible: true, reachable: true },
        assumptions: null,
        top: 2,
        draws: 400,
        seed: draw,
        confidence: 0.95,
      });
      const within = (ends: readonly number[] | null, value: number): number =>
        Number(ends![0]! <= value && value <= ends!.at(-1)!);
      held.overall += within(overall[0]!.reachable.interval, truth);
      held.simulated += within(overall[0]!.reachable.quantiles, truth);
      branches.forEach(({ groups }, branch) => {
        held.branches += within(groups[0]!.reachable.interval, reachable[branch]!) / BRANCHES;
        held.branchesSimulated += within(groups[0]!.reachable.quantiles, reachable[branch]!) / BRANCHES;
      });
      for (const { branch, probabilityTop } of ranking.branches) {
        if (probabilityTop! < 0.8) continue;
        sure.count += 1;
        sure.said += probabilityTop!;
        sure.right += Number(first.has(Number(branch.slice(1))));
      }
    }
  }, 120_000);

  it('holds the truth in about 95 of 100 intervals', () => {
    for (const share of [held.overall, held.simulated, held.branches].map((count) => count / SAMPLES)) {
      expect(share).toBeGreaterThan(0.92);
      expect(share).toBeLessThan(0.99);
    }
    // Normal where the estimates have a t of seven degrees of freedom: a little short.
    expect(held.branchesSimulated / SAMPLES).toBeGreaterThan(0.9);
  });

  it('is rather too sure of the first branches, within the bounds that its page states', () => {
    expect(sure.count).toBeGreaterThan(100);
    expect(sure.said / sure.count).toBeGreaterThan(0.85);
    expect(sure.right / sure.count).toBeGreaterThan(0.7);
  });
});
