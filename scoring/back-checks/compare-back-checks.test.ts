import { describe, expect, it } from 'vitest';
import type { Answers } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import reference from '../reference/back-checks.json' with { type: 'json' };
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { compareBackChecks } from './compare-back-checks.ts';
import type { CheckedPair } from './compare-answers.ts';

const ASKED = { items: ['phone', 'phone_type', 'can_call', 'worries'], identifying: [] };
const ANSWERS: Answers = { phone: 'yes', phone_type: 'basic', can_call: 'often', worries: ['fraud', 'cost'] };

const pair = (id: string, enumerator: string, second: Answers, first: Answers = ANSWERS): CheckedPair => ({
  id,
  enumerator,
  first,
  second,
});

describe('comparing back-checks', () => {
  it('tells agreement, difference and an answer that only one side has', () => {
    const { items, overall } = compareBackChecks({
      codebook: TEST_CODEBOOK,
      asked: ASKED,
      pairs: [
        pair('same', 'A', { ...ANSWERS, worries: ['cost', 'fraud'] }),
        pair('other', 'A', { ...ANSWERS, can_call: 'daily' }),
        // Without a phone its kind is not asked; what the record still holds does not count.
        pair('no phone', 'B', {
          phone: 'no',
          shared: 'no',
          phone_type: 'basic',
          can_call: 'often',
          worries: ['fraud'],
        }),
        pair('silent', 'B', { phone: 'refused', worries: ['fraud', 'cost'] }, { worries: ['fraud', 'cost'] }),
      ],
      denied: [],
    });
    const tally = (item: string) => {
      const found = items.find((one) => one.item === item);
      return [found?.agree, found?.differ, found?.oneMissing];
    };
    expect(tally('phone')).toEqual([2, 1, 0]);
    expect(tally('phone_type')).toEqual([2, 0, 1]);
    expect(tally('can_call')).toEqual([1, 1, 1]);
    expect(tally('worries')).toEqual([3, 1, 0]);
    expect(overall).toMatchObject({ agree: 8, differ: 3, oneMissing: 2, agreement01: 8 / 13 });
  });

  it('puts an enumerator first whose interview is denied, or whose answers agree less than the others’', () => {
    const many = (who: string, count: number, second: (number: number) => Answers) =>
      Array.from({ length: count }, (_, number) => pair(`${who}${number}`, who, second(number)));
    const found = compareBackChecks({
      codebook: TEST_CODEBOOK,
      asked: ASKED,
      pairs: [
        ...many('Good', 12, (number) => (number === 0 ? { ...ANSWERS, can_call: 'daily' } : ANSWERS)),
        ...many('Poor', 12, (number) => ({ phone: number % 4 === 0 ? 'yes' : 'no', worries: ['none'] })),
        ...many('Fine', 3, () => ANSWERS),
      ],
      denied: ['Fine', 'Never'],
    });
    expect(found.enumerators.map(({ enumerator, isDoubtful }) => [enumerator, isDoubtful])).toEqual([
      ['Poor', true],
      ['Fine', true],
      ['Never', true],
      ['Good', false],
    ]);
    expect(found.enumerators.find(({ enumerator }) => enumerator === 'Fine')?.pooledKappa).toEqual({
      isKnown: false,
      reason: 'few-pairs',
    });
    expect(found.enumerators.find(({ enumerator }) => enumerator === 'Never')).toMatchObject({
      agreement01: null,
      interval: null,
      denied: 1,
    });
  });

  it('places people on the back-check alone only where nothing left unasked could change it', () => {
    const { segments } = compareBackChecks({
      codebook: TEST_CODEBOOK,
      asked: { items: ['phone', 'shared'], identifying: [] },
      pairs: [
        pair('none', 'A', { phone: 'no', shared: 'no' }, { phone: 'no', shared: 'no' }),
        pair('open', 'A', { phone: 'yes' }, { phone: 'no', shared: 'no' }),
      ],
      denied: [],
    });
    expect(segments.alone).toMatchObject({ compared: 1, agree: 1 });
    expect(segments.itemsAsked).toBeGreaterThan(0);
    expect(segments.itemsAsked).toBeLessThan(segments.itemsNeeded);
    expect(segments.alone.weightedKappa).toEqual({ isKnown: false, reason: 'few-pairs' });
  });

  it('has nothing to say of nothing', () => {
    const found = compareBackChecks({ codebook: TEST_CODEBOOK, asked: ASKED, pairs: [], denied: [] });
    expect(found.overall).toEqual({ agree: 0, differ: 0, oneMissing: 0, agreement01: null, interval: null });
    expect(found.enumerators).toEqual([]);
  });
});

describe('against psych and survey', () => {
  const names = reference.sizes.map((_, item) => `q${item}`);
  const codebook: Codebook = {
    ...TEST_CODEBOOK,
    variables: [
      ...TEST_CODEBOOK.variables,
      ...names.map((name, item) => ({
        name,
        label: { en: name },
        type: 'single' as const,
        ordered: true,
        missing: {},
        values: Array.from({ length: reference.sizes[item]! }, (_, code) => ({
          code: String(code + 1),
          label: { en: String(code + 1) },
        })),
      })),
    ],
  };
  const answersOf = (side: readonly (readonly number[])[], row: number): Answers =>
    Object.fromEntries(
      names.flatMap((name, item) => (side[item]![row] === 0 ? [] : [[name, String(side[item]![row])]])),
    );
  const found = compareBackChecks({
    codebook,
    asked: { items: names, identifying: [] },
    pairs: reference.first[0]!.map((_, row) =>
      pair(String(row), 'E', answersOf(reference.second, row), answersOf(reference.first, row)),
    ),
    denied: [],
  });

  it('finds the kappas of each question', () => {
    reference.kappas.forEach(({ kappa, weightedKappa, standardError }, item) => {
      const hers = found.items[item]!;
      if (!hers.kappa.isKnown || hers.weightedKappa?.isKnown !== true) throw new Error('no kappa');
      expect(hers.kappa.value).toBeCloseTo(kappa, 10);
      expect(hers.kappa.standardError).toBeCloseTo(standardError, 10);
      expect(hers.weightedKappa.value).toBeCloseTo(weightedKappa, 10);
    });
  });

  it('finds the pooled kappa of the enumerator', () => {
    const { pooledKappa } = found.enumerators[0]!;
    if (!pooledKappa.isKnown) throw new Error('no kappa');
    expect(pooledKappa.value).toBeCloseTo(reference.pooled.value, 10);
    expect(pooledKappa.standardError).toBeCloseTo(reference.pooled.standardError, 10);
  });

  it('finds the share that agrees, with interviews for sampling units', () => {
    expect(found.overall.agreement01).toBeCloseTo(reference.share.agreement, 10);
    reference.share.interval.forEach((end, side) => {
      expect(found.overall.interval?.[side]).toBeCloseTo(end, 8);
    });
  });
});
