import { describe, expect, it } from 'vitest';
import type { Codebook } from '../../contracts/codebook.ts';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { compileScorer } from './compile-scorer.ts';

const score = compileScorer(TEST_CODEBOOK);
const [ACCESS, COMFORT, FINANCIAL] = [0, 1, 2];

const change = (name: string, scoring: object): Codebook => ({
  ...TEST_CODEBOOK,
  variables: TEST_CODEBOOK.variables.map((variable) =>
    variable.name === name ? { ...variable, scoring: { ...variable.scoring!, ...scoring } } : variable,
  ),
});

describe('compileScorer', () => {
  it('is the mean of the points of what was answered', () => {
    const { scores } = score({
      phone: 'yes',
      phone_type: 'smartphone',
      can_call: 'often',
      can_text: 'rarely',
    });
    expect(scores[ACCESS]).toBe(100);
    expect(scores[COMFORT]).toBe(55);
  });

  it('weighs items', () => {
    const weighted = compileScorer(change('can_call', { itemWeight: 3 }));
    expect(weighted({ phone: 'yes', can_call: 'often', can_text: 'rarely' }).scores[COMFORT]).toBeCloseTo(
      62.5,
      12,
    );
  });

  it('counts a skipped item as the model says, or leaves it out', () => {
    const noPhone = { phone: 'no', shared: 'no' };
    expect(score(noPhone).scores[FINANCIAL]).toBe(0);
    expect(compileScorer(change('phone_type', { whenSkipped: 50 }))(noPhone).scores[ACCESS]).toBe(25);
    const { whenSkipped, ...withoutSkip } = TEST_CODEBOOK.variables[3]!.scoring!;
    expect(whenSkipped).toBe(0);
    const variables = TEST_CODEBOOK.variables.with(3, {
      ...TEST_CODEBOOK.variables[3]!,
      scoring: withoutSkip,
    });
    expect(compileScorer({ ...TEST_CODEBOOK, variables })(noPhone).scores[COMFORT]).toBe(0);
    const neither = variables.with(4, { ...variables[4]!, scoring: withoutSkip });
    expect(compileScorer({ ...TEST_CODEBOOK, variables: neither })(noPhone).scores[COMFORT]).toBeNaN();
  });

  it('never counts a missing answer as zero: the score is absent when too little is answered', () => {
    const answers = { phone: 'yes', can_call: 'daily', can_text: 'dontknow' };
    expect(score(answers).scores[COMFORT]).toBeNaN();
    const half = { ...TEST_CODEBOOK, model: { ...TEST_CODEBOOK.model, minimumAnswered01: 0.5 } };
    expect(compileScorer(half)(answers).scores[COMFORT]).toBe(100);
  });

  it('is absent where nothing is answered, even if the model asks for nothing', () => {
    const none = { ...TEST_CODEBOOK, model: { ...TEST_CODEBOOK.model, minimumAnswered01: 0 } };
    expect(compileScorer(none)({ phone: 'yes' }).scores[COMFORT]).toBeNaN();
  });

  it('has no scores for a respondent who is not certainly eligible', () => {
    const model = { ...TEST_CODEBOOK.model, eligible: { item: 'phone', in: ['yes'] } } as const;
    const picky = compileScorer({ ...TEST_CODEBOOK, model });
    expect([...picky({ phone: 'no', shared: 'no' }).scores].every(Number.isNaN)).toBe(true);
    expect([...picky({ shared: 'no' }).scores].every(Number.isNaN)).toBe(true);
    expect(picky({ phone: 'yes', phone_type: 'basic' }).scores[ACCESS]).toBe(50);
  });

  it('returns an array of its own each time', () => {
    const first = score({ phone: 'yes', phone_type: 'smartphone' }).scores;
    score({ phone: 'no', shared: 'no' });
    expect(first[ACCESS]).toBe(100);
  });

  it('refuses scoring that names what is not there', () => {
    expect(() => compileScorer(change('can_call', { score: 'ghost' }))).toThrow('ghost');
    expect(() => compileScorer(change('can_call', { points: { gost: 1 } }))).toThrow('gost');
  });
});
