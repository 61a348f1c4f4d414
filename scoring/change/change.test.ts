import { describe, expect, test } from 'vitest';
import reference from '../reference/change.json' with { type: 'json' };
import squares from '../reference/change-statsmodels.json' with { type: 'json' };
import { cohenKappa } from '../statistics/cohen-kappa.ts';
import { bowker } from './bowker.ts';
import { changeBetweenWaves } from './change-between-waves.ts';
import type { CrossSection } from './compare-waves.ts';
import { mcnemar } from './mcnemar.ts';
import type { StateChange } from './net-change.ts';
import { stuartMaxwell } from './stuart-maxwell.ts';
import { NO_CATEGORY, type WaveFile } from './wave-file.ts';
import type { WaldTest } from './wald-test.ts';

/** 1e-8 relative, and 1e-12 near 0. Null here where R has NA. */
function near(found: number | null | undefined, expected: number | null, what = ''): void {
  if (expected === null) {
    expect(found, what).toBeNull();
    return;
  }
  expect(typeof found, what).toBe('number');
  expect(Math.abs(Number(found) - expected), `${what}: ${found} against ${expected}`).toBeLessThanOrEqual(
    1e-8 * Math.abs(expected) + 1e-12,
  );
}

const { data, states } = reference;
const column = (values: readonly number[]): Uint32Array => Uint32Array.from(values);
const stateOf = Uint16Array.from(data.state, (code) => (code === '' ? NO_CATEGORY : states.indexOf(code)));

function waves(parts: Partial<WaveFile>): WaveFile {
  return {
    size: data.id.length,
    ids: column(data.id),
    idNames: Array.from({ length: Math.max(...data.id) + 1 }, (_, id) => String(id)),
    waves: Uint16Array.from(data.wave, (wave) => wave - 1),
    waveNames: ['1', '2'],
    states: stateOf,
    stateNames: states,
    groups: null,
    groupNames: [],
    design: { size: data.id.length },
    confidence: 0.95,
    ...parts,
  };
}

const weights = Float64Array.from(data.weight);
const full = {
  size: data.id.length,
  weights,
  strata: column(data.stratum),
  psu: column(data.psu),
  fpc: Float64Array.from(data.fpc),
};
const pair = { from: 0, to: 1, weightOf: 'from' } as const;

function expectWald(found: WaldTest, expected: readonly number[]): void {
  near(found.statistic, expected[0]!, 'F');
  expect(found.numeratorDegreesOfFreedom).toBe(expected[1]);
  expect(found.denominatorDegreesOfFreedom).toBe(expected[2]);
  near(found.pValue, expected[3]!, 'p');
}

function expectNet(
  found: readonly StateChange[],
  expected: readonly { difference: number; se: number; low: number; high: number; p: number }[],
): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((state, place) => {
    const { difference, se, low, high, p } = expected[place]!;
    near(state.difference, difference);
    near(state.standardError, se);
    near(state.interval?.[0], low);
    near(state.interval?.[1], high);
    near(state.pValue, p);
  });
}

describe('a panel over strata, PSUs, fpc and unequal weights, as R survey has it', () => {
  const { panel: found } = changeBetweenWaves(waves({ design: full }), pair, true);
  const expected = reference.panel;

  test('net change of each state, and of all together', () => {
    expectNet(found!.netChange, expected.net);
    expectWald(found!.designBased.marginalHomogeneity, expected.marginal);
  });
  test('symmetry', () => expectWald(found!.designBased.symmetry, expected.symmetry));
  test('gross change', () => {
    const { up, down, upMinusDown } = found!.grossChange;
    [up.share, down.share, upMinusDown.difference, up.standardError, down.standardError].forEach(
      (value, place) => near(value, expected.upDown[place]!),
    );
    near(upMinusDown.standardError, expected.upDown[5]!);
    near(up.interval?.[0], expected.upInterval[0]!);
    near(up.interval?.[1], expected.upInterval[1]!);
  });
  test('row proportions with their intervals', () => {
    expect(found!.table.cells).toHaveLength(16);
    found!.table.cells.forEach(({ rowProportion, standardError, interval }, cell) => {
      const [share, se, low, high] = expected.rows[cell]!;
      near(rowProportion, share!);
      near(standardError, se!);
      near(interval?.[0] ?? null, low!);
      near(interval?.[1] ?? null, high!);
    });
  });
  test('weighted table, kappas and their standard errors', () => {
    expected.table.forEach((row, from) =>
      row.forEach((weight, to) => near(found!.table.weighted[from]![to], weight)),
    );
    near(found!.kappa, expected.kappa[0]!);
    near(found!.weightedKappa, expected.kappa[1]!);
    near(found!.agreement.kappa.standardError, expected.kappaSe[0]!);
    near(found!.agreement.weightedKappa.standardError, expected.kappaSe[1]!);
  });
  test('the plain tests have no p-value under a design, and say why', () => {
    expect(found!.stuartMaxwell).toMatchObject({
      pValue: null,
      reason: expect.stringContaining('designBased') as string,
    });
    expect(found!.bowker).toMatchObject({ pValue: null });
    expect(found!.stuartMaxwell.statistic).toBeGreaterThan(0);
  });
});

test('a panel with weights only', () => {
  const { panel } = changeBetweenWaves(waves({ design: { size: data.id.length, weights } }), pair, true);
  expectNet(panel!.netChange, reference.panelWeightsOnly.net);
  expectWald(panel!.designBased.marginalHomogeneity, reference.panelWeightsOnly.marginal);
  expectWald(panel!.designBased.symmetry, reference.panelWeightsOnly.symmetry);
});

test('a group is a domain of the full design', () => {
  const groups = Uint16Array.from(data.group, (group) => (group === 'x' ? 0 : 1));
  const found = changeBetweenWaves(waves({ design: full, groups, groupNames: ['x', 'y'] }), pair, true);
  expectNet(found.groups[0]!.panel!.netChange, reference.panelX.net);
  expectWald(found.groups[0]!.panel!.designBased.marginalHomogeneity, reference.panelX.marginal);
});

describe('cross-sections', () => {
  const expectCross = (
    found: CrossSection | null,
    expected: (typeof reference)['cross' | 'crossIds' | 'crossIndependent'],
  ): void => {
    expectNet(found!.states, expected.net);
    expectWald(found!.test, expected.test);
    const [share, se, low, high] = expected.firstB;
    const first = found!.states[1]!.fromFigure;
    near(first.share, share!);
    near(first.standardError, se!);
    near(first.interval?.[0], low!);
    near(first.interval?.[1], high!);
  };
  test('that share PSUs: the covariance is in', () => {
    const { crossSection } = changeBetweenWaves(waves({ design: full }), pair, false);
    expectCross(crossSection, reference.cross);
  });
  test('that share respondents: each is one unit', () => {
    const { strata } = full;
    const { crossSection } = changeBetweenWaves(
      waves({ design: { size: full.size, weights, strata } }),
      pair,
      false,
    );
    expectCross(crossSection, reference.crossIds);
  });
  test('that share nothing: independent samples', () => {
    const { strata } = full;
    const { crossSection, panel } = changeBetweenWaves(
      waves({ ids: null, idNames: [], design: { size: full.size, weights, strata } }),
      pair,
      true,
    );
    expect(panel).toBeNull();
    expectCross(crossSection, reference.crossIndependent);
  });
});

test('without weights, the plain tests of counts', () => {
  const { panel, attrition } = changeBetweenWaves(waves({}), pair, true);
  const { plain } = reference;
  expect(panel!.table.counts).toEqual(plain.counts);
  near(panel!.stuartMaxwell.statistic, plain.stuart[0]!);
  near(panel!.stuartMaxwell.pValue, plain.stuart[2]!);
  near(panel!.kappa, plain.kappa[0]!);
  near(panel!.weightedKappa, plain.kappa[1]!);
  expect(attrition.onlyFrom).toBe(40);
  expect(attrition.onlyTo).toBe(35);
});

describe.each(reference.tables.map((one, place) => ({ ...one, name: `table ${place}` })))(
  '$name',
  ({ table, stuart, bowker: symmetric, kappa }) => {
    const size = table.length;
    const counts = Float64Array.from(table.flat());
    test('Stuart–Maxwell, Bowker and kappas', () => {
      const homogeneous = stuartMaxwell(counts, size);
      near(homogeneous.statistic, stuart[0]!);
      expect(homogeneous.degreesOfFreedom).toBe(stuart[1]);
      near(homogeneous.pValue, stuart[2]!);
      const found = bowker(counts, size);
      near(found.statistic, symmetric[0]!);
      expect(found.degreesOfFreedom).toBe(symmetric[1]);
      near(found.pValue, symmetric[2]!);
      near(cohenKappa(counts, size, 'none'), kappa[0]!);
      near(cohenKappa(counts, size, 'quadratic'), kappa[1]!);
    });
  },
);

test.each(reference.twos)('McNemar of $table', ({ table, mcnemar: expected, exact }) => {
  const found = mcnemar(table[0]![1]!, table[1]![0]!);
  near(found.statistic, expected[0]!);
  near(found.pValue, expected[2]!);
  near(found.exactPValue, exact);
});

test.each(squares)('statsmodels SquareTable of $table', ({ table, homogeneity, symmetry, mcnemarExact }) => {
  const counts = Float64Array.from(table.flat());
  const size = table.length;
  near(stuartMaxwell(counts, size).statistic, homogeneity[0]!);
  near(stuartMaxwell(counts, size).pValue, homogeneity[1]!);
  near(bowker(counts, size).statistic, symmetry[0]!);
  near(bowker(counts, size).pValue, symmetry[1]!);
  if (mcnemarExact !== null) near(mcnemar(counts[1]!, counts[2]!).exactPValue, mcnemarExact);
});

test('a state that nobody was in takes its degrees of freedom with it, and says so', () => {
  const counts = Float64Array.of(10, 4, 0, 7, 12, 0, 0, 0, 0);
  const found = stuartMaxwell(counts, 3);
  expect(found).toMatchObject({
    degreesOfFreedom: 1,
    reason: expect.stringContaining('neither wave') as string,
  });
  near(found.statistic, 9 / 11);
  expect(bowker(counts, 3).degreesOfFreedom).toBe(1);
});

test('nobody moved: null with a reason, not a p-value of 1 or NaN', () => {
  const counts = Float64Array.of(10, 0, 0, 12);
  expect(stuartMaxwell(counts, 2)).toMatchObject({ pValue: null, reason: 'Nobody changed state.' });
  expect(bowker(counts, 2)).toMatchObject({ pValue: null, reason: 'Nobody changed state.' });
  expect(mcnemar(0, 0)).toMatchObject({ pValue: null, exactPValue: null });
});

test('somebody twice in one wave is refused by name', () => {
  const ids = column(data.id);
  ids[1] = ids[0]!;
  expect(() => changeBetweenWaves(waves({ ids }), pair, true)).toThrow(
    /"1" stands more than once in wave "1"/,
  );
});

test('who changed stratum: no cross-section with shared respondents, with the reason', () => {
  const strata = column(data.stratum);
  const second = data.wave.findIndex((wave, row) => wave === 2 && data.id.indexOf(data.id[row]!) < row);
  strata[second] = (strata[second]! % 4) + 1;
  const found = changeBetweenWaves(waves({ design: { size: data.id.length, weights, strata } }), pair, true);
  expect(found.crossSection).toBeNull();
  expect(found.crossSectionReason).toMatch(/another stratum/);
  expect(found.panel).not.toBeNull();
});

test('an fpc that changed between the waves: the panel stands, the cross-section says why not', () => {
  const fpc = full.fpc.map((units, row) => (data.wave[row] === 2 ? units + 5 : units));
  const found = changeBetweenWaves(waves({ design: { ...full, fpc } }), pair, true);
  expect(found.panel!.designBased.marginalHomogeneity.pValue).toBeGreaterThan(0);
  expect(found.crossSection).toBeNull();
  expect(found.crossSectionReason).toMatch(/make no design together/);
  expect(() => changeBetweenWaves(waves({ design: { ...full, fpc } }), pair, false)).toThrow(
    /varies within the stratum/,
  );
});
