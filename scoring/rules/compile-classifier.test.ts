import { describe, expect, it } from 'vitest';
import type { Answers } from '../../contracts/answer.ts';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { compileClassifier } from './compile-classifier.ts';

const classify = compileClassifier(TEST_CODEBOOK);

const ENABLED: Answers = {
  phone: 'yes',
  phone_type: 'smartphone',
  can_call: 'daily',
  can_text: 'daily',
  can_pay: 'daily',
  can_save: 'rarely',
  used_chat: 'daily',
  used_search: 'often',
  used_pay: 'often',
  used_bill: 'often',
};

describe('compileClassifier', () => {
  it('says which rule fired, why, and how near a deciding threshold is', () => {
    const result = classify(ENABLED);
    expect(result).toMatchObject({
      archetype: 'Enabled',
      lowest: 'Enabled',
      highest: 'Enabled',
      ruleId: 'enabled',
      cap: null,
      next: null,
      change: null,
      nearest: {
        score: 'comfort.financial',
        threshold: 70,
        distance100: 0,
        direction: 'down',
        archetype: 'Emerger',
      },
    });
    expect(result.reasons.map((reason) => reason.text.en)).toEqual([
      'has a smartphone',
      'can pay alone',
      'pays and settles bills often',
    ]);
    expect(result.scores['comfort.financial']).toBe(70);
  });

  it('names what binds, and the smallest answer that would move her up', () => {
    const result = classify({ ...ENABLED, used_bill: 'rarely' });
    expect(result.archetype).toBe('Emerger');
    expect(result.next).toMatchObject({ ruleId: 'enabled', binding: [{ id: 'two' }] });
    expect(result.change).toEqual({
      item: 'used_bill',
      from: 'rarely',
      code: 'often',
      archetype: 'Enabled',
      points: 30,
    });
  });

  it('has no smallest change where one answer is not enough', () => {
    const result = classify({ ...ENABLED, used_bill: 'rarely', can_pay: 'never', can_save: 'never' });
    expect(result.archetype).toBe('Emerger');
    expect(result.change).toBeNull();
    expect(result.next!.binding.map((each) => each.id)).toEqual(['able', 'two']);
  });

  it('says which cap lowered her', () => {
    const result = classify({
      ...ENABLED,
      can_pay: 'never',
      can_save: 'never',
      used_pay: 'never',
      used_bill: 'never',
    });
    expect(result).toMatchObject({ archetype: 'Experimenter', cap: null, ruleId: 'experimenter' });
    const capped = compileClassifier({
      ...TEST_CODEBOOK,
      model: {
        ...TEST_CODEBOOK.model,
        caps: [{ id: 'low', when: { fact: 'anyPhone' }, atMost: 'Experimenter', reason: { en: 'held' } }],
      },
    })(ENABLED);
    expect(capped).toMatchObject({
      archetype: 'Experimenter',
      ruleId: 'enabled',
      cap: { id: 'low', text: { en: 'held' } },
      change: null,
    });
  });

  it('leaves a respondent open whose missing answers could change the result, and says how far', () => {
    expect(classify({ ...ENABLED, phone_type: 'unanswered' })).toMatchObject({
      archetype: null,
      lowest: 'Emerger',
      highest: 'Enabled',
      ruleId: null,
      reasons: [],
      nearest: null,
      next: null,
      change: null,
    });
    expect(classify({})).toMatchObject({ archetype: null, lowest: 'Nascent', highest: 'Enabled' });
  });

  it('decides where missing answers cannot change the result', () => {
    expect(classify({ phone: 'no', shared: 'no' }).archetype).toBe('Nascent');
    expect(classify({ ...ENABLED, can_text: 'dontknow' }).archetype).toBe('Enabled');
  });

  it('lets a cap that may hold lower only the low end', () => {
    expect(classify({ ...ENABLED, phone: 'unanswered' })).toMatchObject({
      archetype: null,
      lowest: 'Nascent',
      highest: 'Enabled',
    });
  });

  it('does not place who is not eligible', () => {
    const model = { ...TEST_CODEBOOK.model, eligible: { answered: 'age' } };
    const refused = compileClassifier({ ...TEST_CODEBOOK, model });
    expect(refused(ENABLED)).toMatchObject({ archetype: null, lowest: 'Nascent', highest: 'Enabled' });
    expect(refused({ ...ENABLED, age: 30 }).archetype).toBe('Enabled');
  });

  it('refuses a model whose last rule could fail to match', () => {
    const model = { ...TEST_CODEBOOK.model, rules: TEST_CODEBOOK.model.rules.slice(0, 2) };
    expect(() => compileClassifier({ ...TEST_CODEBOOK, model })).toThrow(
      '"emerger", does not match everyone',
    );
  });
});
