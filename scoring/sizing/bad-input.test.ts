import { describe, expect, it } from 'vitest';
import { createDesign } from '../design/create-design.ts';
import type { AdoptionAssumptions } from './adoption.ts';
import { sizeMarket, type SizingInput } from './size-market.ts';

const range = { mean: 0.3, low: 0.1, high: 0.5 };
const ROWS = 24;
const INPUT: SizingInput = {
  design: createDesign({ size: ROWS }),
  frame: { branches: ['east', 'west', 'far'], clients: Float64Array.of(500, 300, 200) },
  branch: Uint16Array.from({ length: ROWS }, (_, row) => row % 2),
  segment: Uint16Array.from({ length: ROWS }, (_, row) => Math.floor(row / 3) % 2),
  segments: ['low', 'high'],
  exit: Uint8Array.from({ length: ROWS }, (_, row) => (row * 5) % 3),
  conditions: { eligible: true, reachable: true },
  assumptions: { distribution: 'beta', overall: range },
  top: 1,
  draws: 100,
  seed: 1,
  confidence: 0.95,
};
const size = (more: Partial<SizingInput>) => sizeMarket({ ...INPUT, ...more });
const assuming = (assumptions: Partial<AdoptionAssumptions>) => () =>
  size({ assumptions: { distribution: 'beta', ...assumptions } });

describe('sizeMarket refuses', () => {
  it.each([
    ['a fraction of a client', [500, 300.5, 200], 'BAD_MARGINS'],
    ['no clients', [500, 0, 200], 'BAD_MARGINS'],
    ['a negative number', [500, -3, 200], 'BAD_MARGINS'],
    ['no number', [500, Number.NaN, 200], 'BAD_MARGINS'],
    ['infinitely many', [500, Infinity, 200], 'BAD_MARGINS'],
  ])('%s in the frame', (_, clients, code) => {
    const frame = { ...INPUT.frame, clients: Float64Array.from(clients) };
    expect(() => size({ frame })).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('a branch that stands twice', () => {
    expect(() => size({ frame: { ...INPUT.frame, branches: ['east', 'east', 'far'] } })).toThrow(
      '"east" twice',
    );
  });

  it.each([
    [{ overall: { mean: 0.3, low: 0.4, high: 0.5 } }, 'between low and high'],
    [{ overall: { mean: 0.3, low: 0.5, high: 0.1 } }, 'between low and high'],
    [{ overall: { mean: 0.3, low: -0.1, high: 0.5 } }, 'between 0 and 1'],
    [{ overall: { mean: 0.3, low: 0.1, high: 1.5 } }, 'between 0 and 1'],
    [{ overall: { mean: Number.NaN, low: 0.1, high: 0.5 } }, 'between low and high'],
    [{ overall: { mean: 0.1, low: 0.1, high: 0.5 } }, 'at the edge'],
    [{ segments: { low: range, height: range } }, 'low, high'],
    [{ segments: { low: range } }, 'Name each segment'],
  ])('the assumptions %j', (assumptions, hint) => {
    expect(assuming(assumptions)).toThrow(
      expect.objectContaining({
        code: 'INVALID_REQUEST',
        hint: expect.stringContaining(hint) as string,
      }) as Error,
    );
  });

  it('a top above the branches with interviews, and nobody to count', () => {
    expect(() => size({ top: 3 })).toThrow('a top of 1 to 2, the branches with interviews; found 3');
    expect(() => size({ top: 0 })).toThrow('found 0');
    expect(() => size({ exit: new Uint8Array(ROWS).fill(255) })).toThrow('No row has');
  });
});

describe('sizeMarket says what it does not know', () => {
  it('a branch without interviews is named, and in no figure', () => {
    const { branches, frame, notes, overall } = size({});
    expect(frame).toMatchObject({
      clients: 1000,
      covered: 800,
      withoutInterviews: [{ branch: 'far', clients: 200 }],
    });
    expect(branches[2]).toEqual({
      branch: 'far',
      clients: 200,
      interviews: 0,
      reason: 'No interviews.',
      groups: [],
    });
    expect(notes).toContain('No interviews in far: 200 of 1,000 clients are in no figure.');
    expect(overall[0]!.clients).toMatchObject({
      count: 800,
      standardError: 0,
      reason: 'Known from the frame.',
    });
  });

  it('a branch in one PSU has no error, and the whole says that its own is too narrow', () => {
    const psu = Uint32Array.from({ length: ROWS }, (_, row) => (row % 2 === 0 ? 0 : 1 + (row % 5)));
    const { branches, overall, ranking } = size({ design: createDesign({ size: ROWS, psu }) });
    expect(branches[0]).toMatchObject({ reason: 'One PSU: its sampling error cannot be computed.' });
    for (const stage of ['eligible', 'reachable', 'likely'] as const) {
      expect(branches[0]!.groups[0]![stage]).toMatchObject({
        standardError: null,
        interval: null,
        quantiles: null,
      });
      expect(branches[0]!.groups[0]![stage].count).toBeGreaterThan(0);
      expect(branches[1]!.groups[0]![stage].interval).not.toBeNull();
      expect(overall[0]![stage].reason).toContain('east cannot be computed and is left out');
    }
    expect(ranking).toMatchObject({
      probabilityAllTop: null,
      reason: expect.stringContaining('east') as string,
    });
    const east = ranking.branches.find(({ branch }) => branch === 'east')!;
    expect(east).toMatchObject({ probabilityTop: null, expectedRank: null });
    expect(east.reason).toContain('Held at its estimate');
  });

  it('nobody in a cell is not a certain nobody', () => {
    const { branches } = size({
      exit: INPUT.exit.map((exit, row) => (row % 2 === 0 ? Math.min(exit, 1) : exit)),
    });
    expect(branches[0]!.groups[0]!.reachable).toMatchObject({
      count: 0,
      standardError: null,
      interval: null,
    });
    expect(branches[0]!.groups[0]!.reachable.reason).toContain('the truth need not be 0');
    expect(branches[0]!.groups[0]!.likely).toMatchObject({ count: 0, standardError: null });
  });

  it('without assumptions the funnel stops at reachable', () => {
    const { overall, ranking, simulation } = size({ assumptions: null });
    expect(overall[0]!.likely).toMatchObject({ count: null, reason: 'No adoption assumptions were given.' });
    expect(ranking.by).toBe('reachable');
    expect(simulation.adoption).toBeNull();
  });

  it('without conditions everybody passes, and the frame knows how many', () => {
    const { overall } = size({
      exit: new Uint8Array(ROWS).fill(2),
      conditions: { eligible: false, reachable: false },
    });
    for (const stage of ['clients', 'eligible', 'reachable'] as const)
      expect(overall[0]![stage]).toMatchObject({
        count: 800,
        interval: [800, 800],
        reason: 'Known from the frame.',
      });
    expect(overall[1]!.reachable).toEqual(overall[1]!.clients);
  });
});
