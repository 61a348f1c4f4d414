import { describe, expect, it } from 'vitest';
import { loadQualityRules } from '../../instruments/quality-rules.ts';
import { loadCodebook } from '../../instruments/registry.ts';
import { checkQuality } from './check-quality.ts';
import type { QualityRecord } from './quality-record.ts';

const CODEBOOK = await loadCodebook('msme-digital-maturity', 'v1');
const RULES = loadQualityRules();

const TRADER: QualityRecord['answers'] = {
  consent: 'yes',
  own_phone: 'yes',
  phone_type: 'smartphone',
  internet_freq: 'daily',
  age: 40,
  can_call: 'alone',
  can_menu: 'some',
  can_text: 'alone',
  can_search: 'little',
  can_install: 'some',
};

const record = (id: string, parts: Partial<QualityRecord> = {}): QualityRecord => ({
  id,
  branch: 'north',
  version: 'v1',
  answers: TRADER,
  weight: 1,
  psu: null,
  enumerator: 'Rosa',
  personKey: id,
  activeMs: 800_000,
  startedAt: '2026-11-20T09:00:00.000+05:30',
  finishedAt: '2026-11-20T09:14:00.000+05:30',
  receivedAt: '2026-11-20T12:00:00.000Z',
  ...parts,
});

const rulesOf = (records: readonly QualityRecord[]): Record<string, string[]> => {
  const found: Record<string, string[]> = {};
  for (const { id, rule } of checkQuality(CODEBOOK, RULES, records).findings) (found[id] ??= []).push(rule);
  return found;
};
const many = (count: number, parts: (index: number) => Partial<QualityRecord> = () => ({})) =>
  Array.from({ length: count }, (_, index) => record(`id-${String(index).padStart(3, '0')}`, parts(index)));

describe('checkQuality', () => {
  it('has nothing against an ordinary interview', () => {
    expect(rulesOf([record('a')])).toEqual({});
  });

  it('finds what is faster than a share of the median, and what is below the floor even among the fast', () => {
    const asked = 45;
    expect(rulesOf([...many(10), record('fast', { activeMs: 300_000 })])).toEqual({ fast: ['too-fast'] });
    // Nine others give no median to compare with.
    expect(rulesOf([...many(8), record('fast', { activeMs: 300_000 })])).toEqual({});
    expect(Object.keys(rulesOf(many(3, () => ({ activeMs: asked * 2000 }))))).toHaveLength(3);
  });

  it('says what an answer has in common with all others on its scale, but not at the ends', () => {
    const names = ['can_call', 'can_menu', 'can_text', 'can_search', 'can_install', 'can_market'];
    const all = (code: string) => ({
      answers: { ...TRADER, ...Object.fromEntries(names.map((name) => [name, code])) },
    });
    expect(rulesOf([record('middle', all('some'))])).toEqual({ middle: ['straight-lining'] });
    expect(rulesOf([record('none', all('cannot')), record('top', all('alone'))])).toEqual({});
  });

  it('counts don’t know and refused among the questions that applied', () => {
    const answers = Object.fromEntries(
      CODEBOOK.variables.filter(({ missing }) => 'refused' in missing).map(({ name }) => [name, 'refused']),
    );
    const found = checkQuality(CODEBOOK, RULES, [
      record('a', { answers: { ...answers, consent: 'yes', own_phone: 'no' } }),
    ]);
    expect(found.findings.map(({ rule }) => rule)).toEqual(['no-answers']);
    expect(found.findings[0]?.reason.en).toMatch(/^\d+ of \d+ questions: don't know or refused\.$/);
  });

  it('names the contradiction', () => {
    const answers = { ...TRADER, can_call: 'cannot', can_install: 'alone' };
    expect(rulesOf([record('a', { answers })])).toEqual({
      a: ['contradiction.cannot-call-installs-apps'],
    });
    const unknown = { ...TRADER, can_call: 'dontknow', can_install: 'alone' };
    expect(rulesOf([record('b', { answers: unknown })])).toEqual({});
  });

  it('finds one person twice, and the same answers twice where there are enough', () => {
    expect(rulesOf([record('a', { personKey: 'p' }), record('b', { personKey: 'p' }), record('c')])).toEqual({
      a: ['same-person'],
      b: ['same-person'],
    });
    const long = Object.fromEntries(
      CODEBOOK.variables
        .slice(0, 40)
        .filter(({ values }) => values.length > 0)
        .map(({ name, values }, index) => [name, values[index % values.length]!.code]),
    );
    const answers = { ...long, consent: 'yes', internet_freq: 'daily', respondent_name: 'A' };
    const found = rulesOf([
      record('a', { answers }),
      record('b', { answers: { ...answers, respondent_name: 'B' } }),
    ]);
    expect([found.a, found.b]).toEqual([['same-answers'], ['same-answers']]);
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

  it('finds an enumerator whose respondents differ, and says how many comparisons were made', () => {
    // 40 interviews: those of Ana are all of people who cannot do anything; the others vary.
    const records = many(40, (index) => {
      const isAna = index % 4 === 0;
      const can = isAna ? ['cannot', 'little'][index % 8 === 0 ? 0 : 1]! : ['some', 'alone'][index % 2]!;
      const answers = Object.fromEntries(
        ['can_call', 'can_menu', 'can_text', 'can_search', 'can_install'].map((name) => [name, can]),
      );
      return { enumerator: isAna ? 'Ana' : 'Rosa', answers: { ...TRADER, ...answers } };
    });
    const report = checkQuality(CODEBOOK, RULES, records);
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
    const report = checkQuality(CODEBOOK, RULES, [
      record('a', nothing),
      record('no', { answers: { consent: 'no' }, activeMs: 1 }),
    ]);
    expect(report).toMatchObject({ interviews: 1, declined: 1, findings: [] });
    expect(report.coverage.filter(({ notRecorded }) => notRecorded > 0).map(({ check }) => check)).toEqual([
      'too-fast',
      'same-person',
      'outside-hours',
      'clock',
      'differs-from-peers',
      'location',
      'question-times',
    ]);
  });
});
