import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bowker } from './bowker.ts';
import { changeBetweenWaves } from './change-between-waves.ts';
import { stuartMaxwell } from './stuart-maxwell.ts';
import type { WaveFile, WavePair } from './wave-file.ts';

const STATES = ['a', 'b', 'c'];
const PSUS_PER_STRATUM = 3;

interface Person {
  readonly first: number | null;
  readonly second: number | null;
  readonly weight: number;
  readonly psu: number;
}

const state = fc.option(fc.integer({ min: 0, max: STATES.length - 1 }), { freq: 6 });
const people = fc.array(
  fc.record<Person>({
    first: state,
    second: state,
    weight: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
    psu: fc.integer({ min: 0, max: 2 * PSUS_PER_STRATUM - 1 }),
  }),
  { minLength: 12, maxLength: 60 },
);
/** Nothing, weights, or weights with strata and PSUs. */
const kinds = fc.constantFrom('plain', 'weighted', 'clustered');
type Kind = 'plain' | 'weighted' | 'clustered';

/** A file with one row per person and wave; two more persons in each state see to it that nothing is empty. */
function fileOf(given: readonly Person[], kind: Kind, isSwapped = false): WaveFile {
  const anchors = STATES.flatMap((_, place): Person[] =>
    [0, 1, 3, 4].map((psu) => ({ first: place, second: (place + psu) % STATES.length, weight: 1, psu })),
  );
  const all = [...given, ...anchors].map((person, id) => ({ ...person, id }));
  const rows = all.flatMap(({ first, second, weight, psu, id }) => [
    ...(first === null ? [] : [{ id, psu, weight, wave: isSwapped ? 1 : 0, state: first }]),
    ...(second === null ? [] : [{ id, psu, weight, wave: isSwapped ? 0 : 1, state: second }]),
  ]);
  const psu = Uint32Array.from(rows, (row) => row.psu);
  return {
    size: rows.length,
    ids: Uint32Array.from(rows, ({ id }) => id),
    idNames: all.map(({ id }) => String(id)),
    waves: Uint16Array.from(rows, ({ wave }) => wave),
    waveNames: ['1', '2'],
    states: Uint16Array.from(rows, (row) => row.state),
    stateNames: STATES,
    groups: null,
    groupNames: [],
    design: {
      size: rows.length,
      ...(kind === 'plain' ? {} : { weights: Float64Array.from(rows, ({ weight }) => weight) }),
      ...(kind === 'clustered'
        ? { psu, strata: psu.map((unit) => Math.floor(unit / PSUS_PER_STRATUM)) }
        : {}),
    },
    confidence: 0.95,
  };
}

const pair = (weightOf: WavePair['weightOf']): WavePair => ({ from: 0, to: 1, weightOf });

const same = (one: number | null | undefined, other: number | null | undefined): void => {
  if (typeof one !== 'number' || typeof other !== 'number') {
    expect(one ?? null).toBe(other ?? null);
    return;
  }
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(one)));
};

describe('change between waves', () => {
  test('swapping the waves transposes the table, negates the net change and keeps every test', () => {
    fc.assert(
      fc.property(people, kinds, (given, kind) => {
        const there = changeBetweenWaves(fileOf(given, kind), pair('from'), true).panel!;
        const back = changeBetweenWaves(fileOf(given, kind, true), pair('to'), true).panel!;
        there.table.weighted.forEach((row, from) =>
          row.forEach((weight, to) => same(weight, back.table.weighted[to]![from])),
        );
        there.netChange.forEach(({ difference, standardError, pValue }, place) => {
          same(difference, -back.netChange[place]!.difference!);
          same(standardError, back.netChange[place]!.standardError);
          same(pValue, back.netChange[place]!.pValue);
        });
        same(there.stuartMaxwell.statistic, back.stuartMaxwell.statistic);
        same(there.bowker.statistic, back.bowker.statistic);
        same(there.kappa, back.kappa);
        same(there.designBased.symmetry.statistic, back.designBased.symmetry.statistic);
        same(there.grossChange.up.share, back.grossChange.down.share);
      }),
      { numRuns: 60 },
    );
  });

  test('numbering persons anew and shuffling rows changes nothing', () => {
    fc.assert(
      fc.property(people, kinds, fc.integer(), (given, kind, seed) => {
        const order = given
          .map((person, place) => ({ person, key: Math.sin(seed + place * 7919) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ person }) => person);
        const one = changeBetweenWaves(fileOf(given, kind), pair('from'), true);
        const other = changeBetweenWaves(fileOf(order, kind), pair('from'), true);
        expect(one.panel!.table.counts).toEqual(other.panel!.table.counts);
        expect(one.attrition).toEqual(other.attrition);
        one.panel!.netChange.forEach(({ pValue }, place) =>
          same(pValue, other.panel!.netChange[place]!.pValue),
        );
        same(one.crossSection!.test.pValue, other.crossSection!.test.pValue);
      }),
      { numRuns: 60 },
    );
  });

  test('margins add up: rows are shares of 1, net changes cancel, up, down and same are all', () => {
    fc.assert(
      fc.property(people, kinds, (given, kind) => {
        const { panel, crossSection } = changeBetweenWaves(fileOf(given, kind), pair('from'), true);
        for (const row of panel!.table.rowProportions)
          same(
            row.reduce<number>((sum, share) => sum + share!, 0),
            1,
          );
        for (const states of [panel!.netChange, crossSection!.states])
          same(
            states.reduce((sum, { difference }) => sum + difference!, 0),
            0,
          );
        const { up, down, same: stayed } = panel!.grossChange;
        same(up.share! + down.share! + stayed.share!, 1);
      }),
      { numRuns: 40 },
    );
  });
});

describe('tests of a square table', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 16, maxLength: 16 });
  test('are 0 or say why where it is symmetric', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const table = Float64Array.from(values, (_, cell) => {
          const [row, column] = [Math.floor(cell / 4), cell % 4];
          return values[Math.min(row, column) * 4 + Math.max(row, column)]!;
        });
        for (const found of [bowker(table, 4), stuartMaxwell(table, 4)]) {
          if (found.statistic === null) expect(found.reason).toBe('Nobody changed state.');
          else expect(found).toMatchObject({ statistic: 0, pValue: 1 });
        }
      }),
    );
  });

  test('renaming the states changes neither', () => {
    fc.assert(
      fc.property(counts, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (values, order) => {
        const table = Float64Array.from(values);
        const renamed = table.map((_, cell) => values[order[Math.floor(cell / 4)]! * 4 + order[cell % 4]!]!);
        same(bowker(table, 4).statistic, bowker(renamed, 4).statistic);
        same(stuartMaxwell(table, 4).statistic, stuartMaxwell(renamed, 4).statistic);
        expect(stuartMaxwell(table, 4).degreesOfFreedom).toBe(stuartMaxwell(renamed, 4).degreesOfFreedom);
      }),
    );
  });
});
