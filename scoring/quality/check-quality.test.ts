import { describe, expect, it } from 'vitest';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { checkQuality } from './check-quality.ts';
import type { QualityRecord } from './quality-record.ts';
import { TEST_RULES } from './test-rules.ts';

const ITEMS = [
  'can_call',
  'can_text',
  'can_pay',
  'can_save',
  'used_chat',
  'used_search',
  'used_pay',
  'used_bill',
];
const allOf = (code: string) => Object.fromEntries(ITEMS.map((name) => [name, code]));
/** She has a phone, so that thirteen questions apply: all but who shares one. */
const TRADER: QualityRecord['answers'] = {
  phone: 'yes',
  phone_type: 'smartphone',
  age: 40,
  can_call: 'daily',
  can_text: 'often',
  can_pay: 'rarely',
};
const ASKED = 13;
const CODEBOOK = {
  ...TEST_CODEBOOK,
  model: { ...TEST_CODEBOOK.model, eligible: { item: 'phone', in: ['yes'] } },
};

const record = (id: string, parts: Partial<QualityRecord> = {}): QualityRecord => ({
  id,
  branch: 'north',
  version: 'v1',
  answers: { ...TRADER, note: id },
  weight: 1,
  psu: null,
  enumerator: 'Rosa',
  personKey: id,
  activeMs: 800_000,
  startedAt: '2026-11-20T09:00:00.000+05:30',
  finishedAt: '2026-11-20T09:14:00.000+05:30',
  receivedAt: '2026-11-20T12:00:00.000Z',
  place: null,
  area: null,
  questionMs: null,
  ...parts,
});

const rulesOf = (records: readonly QualityRecord[]): Record<string, string[]> => {
  const found: Record<string, string[]> = {};
  for (const { id, rule } of checkQuality(CODEBOOK, TEST_RULES, records).findings)
    (found[id] ??= []).push(rule);
  return found;
};
const many = (count: number, parts: (index: number) => Partial<QualityRecord> = () => ({})) =>
  Array.from({ length: count }, (_, index) => record(`id-${String(index).padStart(3, '0')}`, parts(index)));

describe('checkQuality', () => {
  it('has nothing against an ordinary interview', () => {
    expect(rulesOf([record('a')])).toEqual({});
  });

  it('finds what is faster than a share of the median, and what is below the floor even among the fast', () => {
    expect(rulesOf([...many(10), record('fast', { activeMs: 300_000 })])).toEqual({ fast: ['too-fast'] });
    // Nine others give no median to compare with.
    expect(rulesOf([...many(8), record('fast', { activeMs: 300_000 })])).toEqual({});
    expect(Object.keys(rulesOf(many(3, () => ({ activeMs: ASKED * 2499 }))))).toHaveLength(3);
  });

  it('says what an answer has in common with all others on its scale, but not at the ends', () => {
    const all = (code: string) => ({ answers: { ...TRADER, ...allOf(code) } });
    expect(rulesOf([record('middle', all('rarely'))])).toEqual({ middle: ['straight-lining'] });
    expect(rulesOf([record('none', all('never')), record('top', all('daily'))])).toEqual({});
  });

  it('counts don’t know and refused among the questions that applied', () => {
    const answers = { ...TRADER, can_save: 'dontknow', used_chat: 'refused' };
    expect(rulesOf([record('two', { answers })])).toEqual({});
    const [three] = checkQuality(CODEBOOK, TEST_RULES, [
      record('three', { answers: { ...answers, used_bill: 'refused' } }),
    ]).findings;
    // Of the thirteen, the note allows neither.
    expect(three).toMatchObject({ rule: 'no-answers', reason: { en: '3 of 12' } });
  });

  it('finds what takes no place though it says so, and says where that was not recorded', () => {
    const records = [
      record('lost', { revision: 'unknown' }),
      record('away', { revision: 'elsewhere' }),
      record('fine', { revision: null }),
      record('file'),
    ];
    const { findings, coverage } = checkQuality(CODEBOOK, TEST_RULES, records);
    expect(findings).toMatchObject([
      { id: 'away', check: 'revision', reason: { en: 'of another branch' } },
      { id: 'lost', check: 'revision', reason: { en: 'of nothing known' } },
    ]);
    expect(coverage).toContainEqual({ check: 'revision', examined: 3, notRecorded: 1, flagged: 2 });
  });

  it('names the contradiction', () => {
    const answers = { ...TRADER, can_call: 'never', can_text: 'daily' };
    expect(rulesOf([record('a', { answers })])).toEqual({
      a: ['contradiction.no-calls-but-texts'],
    });
    const unknown = { ...TRADER, can_call: 'dontknow', can_text: 'daily' };
    expect(rulesOf([record('b', { answers: unknown })])).toEqual({});
  });

  it('finds one person twice, and the same answers twice where there are enough', () => {
    expect(rulesOf([record('a', { personKey: 'p' }), record('b', { personKey: 'p' }), record('c')])).toEqual({
      a: ['same-person'],
      b: ['same-person'],
    });
    const found = rulesOf([
      record('d', { answers: TRADER }),
      record('e', { answers: TRADER }),
      record('f', { answers: { phone: 'yes' } }),
      record('g', { answers: { phone: 'yes' } }),
    ]);
    expect(found).toEqual({ d: ['same-answers'], e: ['same-answers'] });
  });

  it('reads the hour of the place, and the clock against the receipt and against itself', () => {
    expect(
      rulesOf([
        record('night', {
          startedAt: '2026-11-20T06:59:00.000+05:30',
          finishedAt: '2026-11-20T07:14:00.000+05:30',
        }),
        record('edge', { startedAt: '2026-11-20T07:00:00.000+05:30' }),
        record('ahead', { finishedAt: '2026-11-23T09:14:00.000+05:30' }),
        record('changed', { finishedAt: '2026-11-20T09:01:00.000+05:30' }),
      ]),
    ).toEqual({ night: ['outside-hours'], ahead: ['clock'], changed: ['clock'] });
  });

  it('finds places that cannot be told apart, but not inaccurate ones nor fewer than the minimum', () => {
    // 0.0001° of latitude is 11 m.
    const at = (latitude: number, accuracyM = 20) => ({ place: { latitude, longitude: 88.36, accuracyM } });
    expect(
      rulesOf([
        record('a', at(22.57)),
        record('b', at(22.5701)),
        record('c', at(22.56995)),
        record('vague', at(22.57, 51)),
        record('pair1', at(22.6)),
        record('pair2', at(22.6)),
      ]),
    ).toEqual({ a: ['same-place'], b: ['same-place'], c: ['same-place'] });
  });

  it('finds what was held outside of the branch’s area, giving the place the benefit of its accuracy', () => {
    const area = { latitude: 22.57, longitude: 88.36, radiusM: 1000 };
    const at = (latitude: number, accuracyM: number) => ({
      area,
      place: { latitude, longitude: 88.36, accuracyM },
    });
    // 0.01° of latitude is 1112 m.
    expect(
      rulesOf([record('in', at(22.575, 10)), record('edge', at(22.58, 120)), record('out', at(22.58, 90))]),
    ).toEqual({
      out: ['outside-area'],
    });
    const [found] = checkQuality(CODEBOOK, TEST_RULES, [record('far', at(22.67, 10))]).findings;
    expect(found?.reason).toEqual({ en: '11.1 km, 1 km' });
  });

  it('finds answers that came too fast to be read out, where there are enough of them', () => {
    const times = (fast: number, slow: number) => ({
      questionMs: [...Array<number>(fast).fill(999), ...Array<number>(slow).fill(1000)],
    });
    expect(
      rulesOf([record('fast', times(3, 7)), record('slow', times(2, 8)), record('few', times(5, 0))]),
    ).toEqual({ fast: ['question-times'] });
  });

  it('finds an enumerator whose respondents differ, and says how many comparisons were made', () => {
    // 40 interviews: Ana's respondents can do little; the others can do more.
    const records = many(40, (index) => {
      const isAna = index % 4 === 0;
      const can = isAna ? (index % 8 === 0 ? 'never' : 'rarely') : index % 2 === 0 ? 'often' : 'daily';
      return { enumerator: isAna ? 'Ana' : 'Rosa', answers: { ...TRADER, ...allOf(can) } };
    });
    const report = checkQuality(CODEBOOK, TEST_RULES, records);
    const comfort = report.comparisons.find(
      ({ enumerator, measure }) => enumerator === 'Ana' && measure === 'comfort.general',
    );
    expect(comfort).toMatchObject({ interviews: 10, peers: 30, isFlagged: true });
    expect(comfort!.adjustedPValue).toBeGreaterThan(comfort!.pValue);
    expect(report.findings.filter(({ rule }) => rule === 'differs-from-peers').map(({ id }) => id)).toContain(
      'id-000',
    );
  });

  it('says what is not recorded, and checks nobody who did not agree', () => {
    const nothing = {
      enumerator: null,
      personKey: null,
      activeMs: null,
      startedAt: null,
      finishedAt: null,
      receivedAt: null,
    };
    const report = checkQuality(CODEBOOK, TEST_RULES, [
      record('a', nothing),
      record('no', { answers: { phone: 'no' }, activeMs: 1 }),
    ]);
    expect(report).toMatchObject({ interviews: 1, declined: 1, findings: [] });
    expect(report.coverage.filter(({ notRecorded }) => notRecorded > 0).map(({ check }) => check)).toEqual([
      'too-fast',
      'same-person',
      'outside-hours',
      'clock',
      'same-place',
      'outside-area',
      'question-times',
      'differs-from-peers',
      'revision',
    ]);
  });
});
