import { describe, expect, it } from 'vitest';
import type { Quota } from '../../../contracts/study-setup.ts';
import { TEST_CODEBOOK } from '../../../scoring/test-codebook.ts';
import { quotaFaults } from './quota-faults.ts';

const GROUND = { branches: ['north', 'south'], codebook: TEST_CODEBOOK, targets: new Map([['south', 30]]) };
const quota = (branch: string | null, group: string | null, interviews: number): Quota => {
  const [variable = null, code = null] = group?.split('=') ?? [];
  return { branch, variable, code, interviews };
};
const faultsOf = (...quotas: Quota[]) =>
  quotaFaults(quotas, GROUND).map(({ at, text }) => `${at.join(',')}: ${text}`);

describe('quotaFaults', () => {
  it('has nothing against quotas that can be reached together', () => {
    expect(
      faultsOf(
        quota('north', null, 20),
        quota('north', 'phone=yes', 15),
        quota('south', 'archetype=Enabled', 30),
        quota('south', 'phone=yes', 5),
        quota(null, 'phone=yes', 20),
        quota(null, 'archetype=Nascent', 99),
      ),
    ).toEqual([]);
  });

  it('names all that is not there, and what stands twice, in one go', () => {
    expect(
      faultsOf(
        quota('east', null, 5),
        quota('north', 'shoe=42', 5),
        quota('north', 'phone=maybe', 5),
        quota('north', 'phone=yes', 5),
        quota('north', 'phone=yes', 6),
      ),
    ).toEqual([
      '0: the study has no branch "east"',
      '1: a quota cannot be set on "shoe"',
      '2: "phone" has no code "maybe"',
      '3,4: the same group stands twice',
    ]);
  });

  it('finds parts that are more than their branch, and fewer where every part has a quota', () => {
    const north = quota('north', null, 20);
    expect(faultsOf(quota('north', 'phone=yes', 15), north, quota('north', 'archetype=Emerger', 21))).toEqual(
      ['2,1: it wants 21, and the quota of branch "north" is 20'],
    );
    expect(faultsOf(north, quota('north', 'phone=yes', 15), quota('north', 'phone=no', 4))).toEqual([
      '1,2,0: together they want 19, and the quota of branch "north" is 20',
    ]);
    expect(faultsOf(quota('south', 'phone=yes', 15), quota('south', 'phone=no', 16))).toEqual([
      '0,1: together they want 31, and the target of branch "south" is 30',
    ]);
  });

  it('finds branches that want more of a group than all of them together', () => {
    expect(faultsOf(quota(null, 'phone=yes', 5), quota('north', 'phone=yes', 6))).toEqual([
      '1,0: it wants 6, and the quota of all branches for "phone" yes is 5',
    ]);
  });
});
