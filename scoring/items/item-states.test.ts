import { describe, expect, it } from 'vitest';
import type { Codebook, Variable } from '../../contracts/codebook.ts';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { createItemReader } from './item-states.ts';

const read = createItemReader(TEST_CODEBOOK);

describe('createItemReader', () => {
  it('tells skipped, unanswered, missing and answered apart', () => {
    const states = read({ phone: 'yes', phone_type: 'refused', can_call: 'daily' });
    expect(states).toMatchObject({
      phone: 'answered',
      shared: 'skipped',
      phone_type: 'missing',
      can_call: 'answered',
      can_text: 'unanswered',
      note: 'unanswered',
    });
  });

  it('follows the chain: an answer that no longer applies makes what hangs on it skipped too', () => {
    const states = read({ phone: 'no', shared: 'no', phone_type: 'smartphone', can_call: 'daily' });
    expect(states).toMatchObject({ shared: 'answered', phone_type: 'skipped', can_call: 'skipped' });
  });

  it('never calls skipped what may apply', () => {
    expect(read({ phone: 'dontknow' })).toMatchObject({ phone_type: 'unanswered', can_call: 'unanswered' });
    expect(read({ phone: 'dontknow', can_call: 'never' }).can_call).toBe('answered');
  });

  it('reads the flat-file code for "not answered", empty text and empty lists as unanswered', () => {
    expect(read({ phone: 'unanswered', note: '', worries: [] })).toMatchObject({
      phone: 'unanswered',
      note: 'unanswered',
      worries: 'unanswered',
    });
  });

  it('takes a code outside the codebook, and a number that is none, as missing', () => {
    expect(read({ phone: 'perhaps', age: 'old' })).toMatchObject({ phone: 'missing', age: 'missing' });
    expect(read({ age: 41, worries: ['fraud', 'refused'] })).toMatchObject({
      age: 'answered',
      worries: 'answered',
    });
  });

  it('keeps nothing of the respondent before', () => {
    read({ phone: 'yes', phone_type: 'smartphone', age: 30, worries: ['fraud'] });
    expect(read({ phone: 'no' })).toMatchObject({
      phone_type: 'skipped',
      age: 'unanswered',
      worries: 'unanswered',
    });
  });

  it('reads an item whose skip logic names a later item', () => {
    const variables = TEST_CODEBOOK.variables.toReversed();
    const reversed = createItemReader({ ...TEST_CODEBOOK, variables });
    expect(reversed({ phone: 'no', shared: 'no', can_call: 'daily' }).can_call).toBe('skipped');
  });

  it('refuses skip logic that goes in a circle, names nothing, or needs a score', () => {
    const withLogic = (appliesWhen: Variable['appliesWhen']): Codebook => ({
      ...TEST_CODEBOOK,
      variables: TEST_CODEBOOK.variables.map((variable) =>
        variable.name === 'phone' ? { ...variable, appliesWhen } : variable,
      ),
    });
    expect(() => createItemReader(withLogic({ item: 'can_call', in: ['daily'] }))).toThrow(
      'depends on itself',
    );
    expect(() => createItemReader(withLogic({ item: 'ghost', in: ['x'] }))).toThrow('ghost');
    expect(() => createItemReader(withLogic({ score: 'access', atLeast: 3 }))).toThrow('score "access"');
  });
});
