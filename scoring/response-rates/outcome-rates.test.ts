import { describe, expect, it } from 'vitest';
import {
  DISPOSITIONS,
  NO_CASES,
  outcomeRates,
  RATE_NAMES,
  type Disposition,
  type DispositionCounts,
  type RateName,
} from './outcome-rates.ts';

/**
 * The formulas as AAPOR prints them (Standard Definitions, "Calculating outcome rates"): what is above the line, what
 * is below it for certain, and what is below it times e. Kept apart from the code on purpose.
 */
const PRINTED: Readonly<Record<RateName, readonly [above: string, below: string, timesE: string]>> = {
  RR1: ['I', 'I P R NC O UH UO', ''],
  RR2: ['I P', 'I P R NC O UH UO', ''],
  RR3: ['I', 'I P R NC O', 'UH UO'],
  RR4: ['I P', 'I P R NC O', 'UH UO'],
  RR5: ['I', 'I P R NC O', ''],
  RR6: ['I P', 'I P R NC O', ''],
  COOP1: ['I', 'I P R O', ''],
  COOP2: ['I P', 'I P R O', ''],
  COOP3: ['I', 'I P R', ''],
  COOP4: ['I P', 'I P R', ''],
  REF1: ['R', 'I P R NC O UH UO', ''],
  REF2: ['R', 'I P R NC O', 'UH UO'],
  REF3: ['R', 'I P R NC O', ''],
  CON1: ['I P R O', 'I P R NC O UH UO', ''],
  CON2: ['I P R O', 'I P R NC O', 'UH UO'],
  CON3: ['I P R O', 'I P R NC O', ''],
};

const sum = (counts: DispositionCounts, letters: string): number =>
  letters
    .split(' ')
    .filter((letter) => letter !== '')
    .reduce((total, letter) => total + counts[letter as Disposition], 0);

const printed = (counts: DispositionCounts, rate: RateName): number => {
  const [above, below, timesE] = PRINTED[rate];
  const known = sum(counts, 'I P R NC O');
  return sum(counts, above) / (sum(counts, below) + (known / (known + counts.NE)) * sum(counts, timesE));
};

/** Figures that the R package outcomerate 1.0.1 (rOpenSci) prints for its own example, to three places. */
const OUTCOMERATE = {
  ...{ RR1: 0.364, RR2: 0.545, RR3: 0.37, RR4: 0.556, RR5: 0.444, RR6: 0.667 },
  ...{ COOP1: 0.5, COOP2: 0.75, COOP3: 0.571, COOP4: 0.857, REF1: 0.091, REF2: 0.093, REF3: 0.111 },
  ...{ CON1: 0.727, CON2: 0.741, CON3: 0.889 },
};

describe('outcome rates', () => {
  it('agree with the R package outcomerate on its own example', () => {
    const { rates, e } = outcomeRates({ I: 4, P: 2, R: 1, NC: 1, O: 1, UH: 1, UO: 1, NE: 1 });
    expect(e.value).toBeCloseTo(0.9, 12);
    for (const name of RATE_NAMES)
      expect(Number(rates[name].value).toFixed(3), name).toBe(OUTCOMERATE[name].toFixed(3));
  });

  it.each([
    [[900, 50, 210, 80, 12, 300, 44, 71]],
    [[17.5, 0.5, 3.25, 9, 0, 2.75, 1, 0]],
    [[0, 0, 4, 1, 0, 2, 0, 9]],
  ])('agree with the printed formulas for %j', (values) => {
    const counts = Object.fromEntries(DISPOSITIONS.map((name, index) => [name, values[index] ?? 0]));
    const { rates } = outcomeRates(counts as DispositionCounts);
    for (const name of RATE_NAMES)
      expect(rates[name].value, name).toBeCloseTo(printed(counts as DispositionCounts, name), 12);
  });

  it('take an e that is given', () => {
    const counts = { ...NO_CASES, I: 50, R: 30, UH: 40 };
    const { rates, e } = outcomeRates(counts, 0.5);
    expect(e).toEqual({ value: 0.5, method: 'given' });
    expect([rates.RR1.value, rates.RR3.value, rates.RR5.value]).toEqual([50 / 120, 0.5, 50 / 80]);
  });

  it('are null with a reason where nothing stands below the line', () => {
    const empty = outcomeRates(NO_CASES);
    for (const name of RATE_NAMES) expect(empty.rates[name]).toMatchObject({ value: null });
    const untouched = outcomeRates({ ...NO_CASES, UH: 10 });
    expect(untouched.rates.RR1).toEqual({ value: 0 });
    expect(untouched.rates.RR3).toEqual({
      value: null,
      reason: 'Of no case is it known whether it is eligible.',
    });
    expect(untouched.rates.COOP1).toEqual({ value: null, reason: 'Nobody eligible was reached.' });
  });

  it('need no e where every eligibility is known', () => {
    expect(outcomeRates({ ...NO_CASES, I: 1, R: 1 }).rates.RR3).toEqual({ value: 0.5 });
  });
});
