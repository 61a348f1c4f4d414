import { describe, expect, test } from 'vitest';
import { createDesign } from './create-design.ts';
import type { DesignColumns } from './survey-design.ts';
import { estimateMean } from './estimate-mean.ts';

const four: DesignColumns = {
  size: 4,
  strata: Uint32Array.of(0, 0, 1, 1),
  psu: Uint32Array.of(0, 1, 2, 3),
  names: { strata: ['north', 'south'], psu: ['a', 'b', 'c', 'd'] },
};
const fpc = (...values: number[]) => ({ ...four, fpc: Float64Array.from(values) });
const weights = (...values: number[]) => ({ ...four, weights: Float64Array.from(values) });

describe('a design is counted', () => {
  test('nothing: everyone counts 1 and is her own PSU', () => {
    const design = createDesign({ size: 3 });
    expect(design).toMatchObject({ isSimple: true, isWeighted: false, psuCount: 3, stratumCount: 1 });
    expect(design).toMatchObject({ degreesOfFreedom: 2, respondents: 3, notes: [] });
    expect([...design.weights]).toEqual([1, 1, 1]);
  });

  test('PSUs minus strata', () => {
    const design = createDesign(four);
    expect(design).toMatchObject({ psuCount: 4, stratumCount: 2, degreesOfFreedom: 2, isSimple: false });
  });

  test('a row of weight 0 keeps its place, and is in no count', () => {
    const design = createDesign(weights(2, 0, 3, 1));
    expect(design).toMatchObject({ size: 4, respondents: 3, psuCount: 3, lonelyStrata: 1 });
    expect([...design.psusPerStratum]).toEqual([1, 2]);
  });

  test('without weights they follow from the fpc, as counts or as shares', () => {
    expect([...createDesign(fpc(10, 10, 4, 4)).weights]).toEqual([5, 5, 2, 2]);
    expect([...createDesign(fpc(0.2, 0.2, 0.5, 0.5)).weights]).toEqual([5, 5, 2, 2]);
    expect([...createDesign(fpc(0.2, 0.2, 0.5, 0.5)).notSampled]).toEqual([0.8, 0.5]);
    expect(createDesign(fpc(10, 10, 4, 4)).notes[0]).toContain('Weights follow');
  });

  test('a stratum sampled in full is no lonely one', () => {
    const columns = { size: 3, strata: Uint32Array.of(0, 0, 1), lonelyPsu: 'fail' as const };
    expect(createDesign({ ...columns, fpc: Float64Array.of(8, 8, 1) }).lonelyStrata).toBe(0);
    expect(() => createDesign(columns)).toThrow('single PSU');
  });
});

describe('what is wrong with a design is said', () => {
  test.each<[string, DesignColumns, string, RegExp]>([
    ['negative weight', weights(1, 1, -2, 1), 'BAD_WEIGHT', /Row 3 .* found -2/],
    ['NaN weight', weights(1, NaN, 1, 1), 'BAD_WEIGHT', /Row 2 .* found NaN/],
    ['infinite weight', weights(Infinity, 1, 1, 1), 'BAD_WEIGHT', /found Infinity/],
    ['too few weights', weights(1, 1), 'BAD_WEIGHT', /Expected 4 weights/],
    ['no weight at all', weights(0, 0, 0, 0), 'NOT_COMPUTABLE', /No row has a weight/],
    ['no rows', { size: 0 }, 'NOT_COMPUTABLE', /no rows/],
    [
      'a PSU in two strata',
      { ...four, psu: Uint32Array.of(0, 1, 1, 3) },
      'BAD_DESIGN',
      /PSU "b" lies in two strata: "north" and "south"/,
    ],
    ['fpc below the sample', fpc(2, 2, 1.5, 1.5), 'BAD_DESIGN', /"south" has 2 PSUs, more than the 1.5/],
    ['fpc that varies', fpc(9, 8, 4, 4), 'BAD_DESIGN', /varies within the stratum "north": 9 and 8/],
    ['fpc of 0', fpc(9, 9, 0, 0), 'BAD_DESIGN', /Row 3 .* above 0; found 0/],
    ['blank fpc', fpc(9, NaN, 4, 4), 'BAD_DESIGN', /Row 2 .* found a blank cell/],
    ['negative fpc', fpc(-9, -9, 4, 4), 'BAD_DESIGN', /found -9/],
    ['infinite fpc', fpc(Infinity, Infinity, 4, 4), 'BAD_DESIGN', /found Infinity/],
    ['shares and counts mixed', fpc(0.5, 0.5, 4, 4), 'BAD_DESIGN', /mixes shares/],
    ['too few strata', { size: 3, strata: Uint32Array.of(0) }, 'BAD_DESIGN', /each of 3 rows/],
  ])('%s', (_name, columns, code, message) => {
    expect(() => createDesign(columns)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) as string }),
    );
  });
});

describe('lonely PSUs', () => {
  const lonely = (lonelyPsu?: DesignColumns['lonelyPsu']) =>
    createDesign({
      size: 5,
      strata: Uint32Array.of(0, 0, 0, 1, 2),
      names: { strata: ['x', 'y', 'z'] },
      ...(lonelyPsu !== undefined && { lonelyPsu }),
    });
  const y = Float64Array.of(1, 5, 3, 20, 30);
  const se = (design: ReturnType<typeof createDesign>) =>
    estimateMean(design, y, { confidence: 0.95 }).standardError!;

  test('are named, with what was done', () => {
    expect(lonely().lonelyPsu).toBe('adjust');
    expect(lonely().notes).toEqual([
      '2 of 3 strata have a single PSU ("y", "z"): counted with its distance from the overall mean, which errs on the safe side (adjust).',
    ]);
    for (const rule of ['remove', 'certainty', 'average'] as const)
      expect(lonely(rule).notes[0]).toContain(`(${rule})`);
    expect(() => lonely('fail')).toThrow(expect.objectContaining({ code: 'BAD_DESIGN' }));
  });

  test('removing gives the smallest error, adjusting the largest', () => {
    expect(se(lonely('remove'))).toBe(se(lonely('certainty')));
    expect(se(lonely('average'))).toBeCloseTo(se(lonely('remove')) * Math.sqrt(3), 12);
    expect(se(lonely('adjust'))).toBeGreaterThan(se(lonely('average')));
  });

  test('where every stratum has one PSU: a safe standard error or none, never 0', () => {
    const all = (lonelyPsu: DesignColumns['lonelyPsu']) =>
      estimateMean(
        createDesign({ size: 3, strata: Uint32Array.of(0, 1, 2), ...(lonelyPsu && { lonelyPsu }) }),
        Float64Array.of(1, 2, 6),
        { confidence: 0.95 },
      );
    expect(all('adjust').standardError).toBeCloseTo(Math.sqrt(4 + 1 + 9) / 3, 12);
    expect(all('adjust').interval).toBeNull();
    for (const rule of ['remove', 'average', 'certainty'] as const)
      expect(all(rule)).toMatchObject({
        mean: 3,
        standardError: null,
        reason: 'Each stratum has a single PSU, so there is no variance to be seen.',
      });
  });

  test('a sample of one PSU has no variance under any rule', () => {
    const design = createDesign({ size: 3, psu: Uint32Array.of(0, 0, 0) });
    expect(design.notes[0]).toContain('The sample has a single PSU');
    expect(estimateMean(design, Float64Array.of(1, 2, 6), { confidence: 0.95 })).toMatchObject({
      mean: 3,
      standardError: null,
      interval: null,
      designEffect: null,
    });
  });
});
