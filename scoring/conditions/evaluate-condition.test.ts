import { describe, expect, it } from 'vitest';
import type { Condition } from '../../contracts/condition.ts';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { evaluateCondition } from './evaluate-condition.ts';

const holds = (condition: Condition, answers: Parameters<typeof evaluateCondition>[2]) =>
  evaluateCondition(TEST_CODEBOOK, condition, answers);
const hasPhone: Condition = { item: 'phone', in: ['yes'] };
const callsDaily: Condition = { item: 'can_call', in: ['daily'] };

describe('evaluateCondition', () => {
  it('knows true, false and unknown of one item', () => {
    expect(holds(hasPhone, { phone: 'yes' })).toBe('true');
    expect(holds(hasPhone, { phone: 'no' })).toBe('false');
    expect(holds(hasPhone, { phone: 'dontknow' })).toBe('unknown');
    expect(holds(hasPhone, {})).toBe('unknown');
    expect(holds({ item: 'phone', in: ['refused'] }, { phone: 'refused' })).toBe('true');
  });

  it('takes a skipped item as false, whatever the record still holds', () => {
    expect(holds(callsDaily, { phone: 'no', shared: 'no', can_call: 'daily' })).toBe('false');
    expect(holds({ not: callsDaily }, { phone: 'no', shared: 'no' })).toBe('true');
  });

  it.each([
    [{ all: [hasPhone, callsDaily] }, { phone: 'yes' }, 'unknown'],
    [{ all: [hasPhone, callsDaily] }, { phone: 'no', shared: 'no' }, 'false'],
    [{ any: [hasPhone, callsDaily] }, { phone: 'yes' }, 'true'],
    [{ any: [{ not: hasPhone }, callsDaily] }, { phone: 'yes' }, 'unknown'],
    [{ not: hasPhone }, {}, 'unknown'],
    [{ all: [] }, {}, 'true'],
    [{ any: [] }, {}, 'false'],
    [{ fact: 'anyPhone' }, { phone: 'no', shared: 'yes' }, 'true'],
    [{ answered: 'can_call' }, { phone: 'yes' }, 'false'],
    [{ answered: 'can_call' }, { phone: 'yes', can_call: 'never' }, 'true'],
    [{ item: 'worries', in: ['cost'] }, { worries: ['fraud', 'cost'] }, 'true'],
    [{ item: 'worries', in: ['none'] }, { worries: ['fraud', 'cost'] }, 'false'],
    [{ item: 'worries', in: ['none'] }, { worries: ['refused'] }, 'unknown'],
    [{ item: 'age', atLeast: 30 }, { age: 30 }, 'true'],
    [{ item: 'age', atLeast: 30 }, { age: 29 }, 'false'],
    [{ item: 'age', atLeast: 30 }, { age: 'dontknow' }, 'unknown'],
    [{ score: 'access', atLeast: 50 }, { phone: 'yes', phone_type: 'basic' }, 'true'],
    [{ score: 'access', atLeast: 51 }, { phone: 'yes', phone_type: 'basic' }, 'false'],
    [{ score: 'access', atLeast: 50 }, { phone: 'yes' }, 'unknown'],
  ] as const)('%j of %j is %s', (condition, answers, truth) => {
    expect(holds(condition as Condition, answers as Parameters<typeof evaluateCondition>[2])).toBe(truth);
  });

  it('counts what holds and what could', () => {
    const two: Condition = {
      count: [hasPhone, callsDaily, { item: 'can_text', in: ['daily'] }],
      atLeast: 2,
    };
    expect(holds(two, { phone: 'yes', can_call: 'daily' })).toBe('true');
    expect(holds(two, { phone: 'yes', can_call: 'never' })).toBe('unknown');
    expect(holds(two, { phone: 'yes', can_call: 'never', can_text: 'never' })).toBe('false');
  });

  it.each([
    [{ item: 'nosuch', in: ['yes'] }, 'nosuch'],
    [{ item: 'phone', in: ['maybe'] }, 'maybe'],
    [{ item: 'phone', atLeast: 3 }, 'not a number'],
    [{ fact: 'nosuch' }, 'nosuch'],
    [{ score: 'nosuch', atLeast: 3 }, 'nosuch'],
  ] as const)('refuses %j, naming what is wrong', (condition, named) => {
    expect(() => holds(condition as Condition, {})).toThrow(named);
  });

  it('refuses facts that refer to each other in a circle', () => {
    const facts = { a: { fact: 'b' }, b: { not: { fact: 'a' } } };
    const codebook = {
      ...TEST_CODEBOOK,
      model: { ...TEST_CODEBOOK.model, facts: { ...TEST_CODEBOOK.model.facts, ...facts } },
    };
    expect(() => evaluateCondition(codebook, { fact: 'a' }, {})).toThrow('"a" → "b" → "a"');
  });
});
