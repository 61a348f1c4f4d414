import { describe, expect, it } from 'vitest';
import type { Crosstab } from '../../contracts/table.ts';
import { refuseLeakyBanner } from './refuse-leaky-banner.ts';

const table = (variable: string, primary = 0): Crosstab =>
  ({ columns: { variable }, suppression: { minimumBase: 20, primary } }) as unknown as Crosstab;

describe('tables side by side', () => {
  it('are refused where one gives away what the other withholds', () => {
    const refuses = (...tables: Crosstab[]) => {
      expect(() => refuseLeakyBanner(tables)).toThrow('could be worked out from the other');
    };
    refuses(table('branch'), table('branch>sex', 3));
    refuses(table('age > sex', 3), table('area'), table('branch>sex'));
  });

  it('stand where they share no column or withhold nothing', () => {
    refuseLeakyBanner([table('branch'), table('branch>sex')]);
    refuseLeakyBanner([table('branch', 3), table('sex', 3)]);
    refuseLeakyBanner([{ ...table('branch'), suppression: undefined }, table('branch>sex')]);
  });
});
