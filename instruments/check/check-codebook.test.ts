import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Codebook } from '../../contracts/codebook.ts';
import { checkCodebook } from './check-codebook.ts';

const files = import.meta.glob('../external/*/codebook.json', { import: 'default', eager: true });

describe('codebooks written by hand', () => {
  it.each(Object.entries(files))('%s has no findings', (_path, codebook) => {
    expect(checkCodebook(codebook)).toEqual([]);
  });
});

type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };
const bolivia = (): Writable<Codebook> =>
  JSON.parse(
    readFileSync(new URL('../external/bolivia-ict-2016/codebook.json', import.meta.url), 'utf8'),
  ) as Writable<Codebook>;
const plant = (change: (codebook: Writable<Codebook>) => void) => {
  const codebook = bolivia();
  change(codebook);
  return checkCodebook(codebook).map(({ code, where }) => `${code} ${where}`);
};
const variable = (codebook: Writable<Codebook>, name: string) => {
  const found = codebook.variables.find((v) => v.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

describe('a fault planted in a codebook written by hand', () => {
  it('a recode to a code that is not listed', () => {
    expect(
      plant((c) => (variable(c, 'own_phone').source = { columns: ['P28'], recode: { 1: 'si' } })),
    ).toEqual(['RECODE_TO_UNKNOWN_CODE own_phone']);
  });

  it('points above 100 are named with their place', () => {
    expect(plant((c) => (variable(c, 'own_phone').scoring!.points.yes = 120))).toEqual([
      expect.stringMatching(/^POINTS_OUT_OF_RANGE variables\.\d+\.scoring\.points\.yes$/),
    ]);
  });

  it('a property that no codebook has', () => {
    expect(plant((c) => Object.assign(c, { wieght: 'x' }))).toEqual(['UNREADABLE codebook']);
  });

  it('a branch and a label in one language only', () => {
    expect(
      plant((c) => {
        c.branches![0]!.label = { es: 'La Paz' };
        variable(c, 'sex').label = { en: 'Sex' };
      }),
    ).toEqual(['MISSING_LANGUAGE sex', 'MISSING_LANGUAGE branch 1']);
  });

  it('skip logic that looks at a score', () => {
    expect(plant((c) => (variable(c, 'email').appliesWhen = { score: 'access', atLeast: 1 }))).toContain(
      'BAD_CONDITION email',
    );
  });

  it('a number condition on an item that is no number, and one that no number in range meets', () => {
    expect(plant((c) => (variable(c, 'email').appliesWhen = { item: 'sex', atLeast: 1 }))).toContain(
      'BAD_CONDITION email',
    );
    expect(plant((c) => (variable(c, 'email').appliesWhen = { item: 'age', atLeast: 111 }))).toEqual([
      'UNREACHABLE email',
    ]);
    expect(plant((c) => (variable(c, 'email').appliesWhen = { item: 'age', atLeast: 110 }))).toEqual([]);
  });
});
