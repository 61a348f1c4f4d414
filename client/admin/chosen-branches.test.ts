import { expect, it } from 'vitest';
import { chosenBranches } from './chosen-branches.ts';

it('keeps only ticked branches that the study offers', () => {
  const offered = [{ code: 'north' }, { code: 'south' }];
  expect(chosenBranches(offered, ['south', 'of-another-study'])).toEqual(['south']);
  expect(chosenBranches(offered, ['of-another-study'])).toEqual([]);
});
