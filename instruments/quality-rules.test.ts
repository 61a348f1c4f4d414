import { expect, test } from 'vitest';
import { LANGUAGES } from '../contracts/language.ts';
import { checkCondition } from './check/check-condition.ts';
import { missingLanguages } from './check/check-languages.ts';
import { loadQualityRules } from './quality-rules.ts';
import { latestVersion, loadCodebook } from './registry.ts';

const rules = loadQualityRules();

test('contradictions name what the newest version of their instrument has, each once', async () => {
  const instruments = Object.entries(rules.contradictions);
  expect(instruments.length).toBeGreaterThan(0);
  for (const [name, contradictions] of instruments) {
    const codebook = await loadCodebook(name, latestVersion(name));
    const ids = contradictions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(contradictions.flatMap(({ id, when }) => checkCondition(codebook, id, when))).toEqual([]);
  }
});

test('every reason is there in every language, with the same measured values', () => {
  const reasons = [
    rules.tooFast.reason,
    rules.straightLining.reason,
    rules.noAnswers.reason,
    rules.samePerson.reason,
    rules.sameAnswers.reason,
    rules.outsideHours.reason,
    rules.clock.ahead,
    rules.clock.changed,
    rules.samePlace.reason,
    rules.outsideArea.reason,
    rules.questionTimes.reason,
    rules.differsFromPeers.reason,
    ...Object.values(rules.contradictions).flatMap((all) => all.map(({ reason }) => reason)),
  ];
  for (const reason of reasons) {
    expect(missingLanguages(reason.en ?? '', reason, LANGUAGES)).toEqual([]);
    const names = Object.values(reason).map((text) => (text.match(/\{\w+\}/g) ?? []).toSorted().join());
    expect(new Set(names).size, reason.en).toBe(1);
  }
});
