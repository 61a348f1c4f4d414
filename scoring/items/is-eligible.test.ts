import { expect, it } from 'vitest';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { compileEligibility } from './is-eligible.ts';

const withEligible = (eligible: typeof TEST_CODEBOOK.model.eligible) =>
  compileEligibility({ ...TEST_CODEBOOK, model: { ...TEST_CODEBOOK.model, ...(eligible && { eligible }) } });

it('is true only where the condition certainly holds', () => {
  const isEligible = withEligible({ item: 'phone', in: ['yes'] });
  expect(isEligible({ phone: 'yes' })).toBe(true);
  for (const answers of [{ phone: 'no' }, { phone: 'dontknow' }, {}]) expect(isEligible(answers)).toBe(false);
  expect(isEligible({ phone: 'yes' })).toBe(true);
});

it('is true for everyone where the model has no condition', () => {
  expect(withEligible(undefined)({})).toBe(true);
});
