import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SurveyModel } from 'survey-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Codebook } from '../../contracts/codebook.ts';
import { checkInstrument } from '../../instruments/check/check-instrument.ts';
import { deriveCodebook } from '../../instruments/derive-codebook.ts';
import { loadCodebook } from '../../instruments/registry.ts';
import { registerScoringProperties } from '../../instruments/scoring-properties.ts';
import { createItemReader } from '../../scoring/items/item-states.ts';
import { compileClassifier } from '../../scoring/rules/compile-classifier.ts';
import { typingOfFile, type TypingOfFile } from '../cli/segments/typing-file.ts';
import { typingSource } from '../cli/segments/write-typing-tool.ts';
import {
  typingModel,
  typingResultCard,
  typingSurvey,
  type Screening,
  type TypingSource,
} from './typing-instrument.ts';

const CLIENTS = fileURLToPath(new URL('../../docs/examples/clients.csv', import.meta.url));

let codebook: Codebook;
let built: TypingOfFile;
let source: TypingSource;
let screening: Screening;

beforeAll(async () => {
  codebook = await loadCodebook('msme-digital-maturity', 'v1');
  built = await typingOfFile({ input: CLIENTS, codebook, target: 'archetype', minimum: 6, maximum: 10, weight: 'weight', folds: 5, seed: 1 }); // prettier-ignore
  source = await typingSource(codebook);
  const { from, largestTotal } = built.tool.scorecard;
  screening = {
    target: 'archetype',
    segments: built.segments,
    from,
    largestTotal,
    items: built.items,
    accuracy01: built.tool.chosen.accuracy01,
    synthetic: true,
  };
});

/** Answers of the example respondents as a form holds them; cells have no commas. */
function respondents(): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(CLIENTS, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  const items = new Set(codebook.variables.filter(({ type }) => type === 'single').map(({ name }) => name));
  return lines.map((line) =>
    Object.fromEntries(
      line
        .split(',')
        .map((cell, place) => [names[place] ?? '', cell] as const)
        .filter(([name, cell]) => items.has(name) && cell !== '' && cell !== 'unanswered'),
    ),
  );
}

/** What our own scorer says of each respondent of the file. */
const scored = (row: number): string => built.named.get(row) ?? 'notClassified';

describe('a screening as a SurveyJS survey', () => {
  test('names the segment that our scorer names, for 300 respondents', { timeout: 60_000 }, () => {
    const people = respondents().slice(0, 300);
    expect(people).toHaveLength(300);
    const seen = new Set<string>();
    const survey = new SurveyModel(typingSurvey(screening, source));
    people.forEach((answers, row) => {
      if (!built.named.has(row)) return;
      survey.data = answers;
      seen.add(scored(row));
      expect(survey.getVariable('archetype'), `respondent ${row + 1}`).toBe(scored(row));
    });
    expect([...seen]).toEqual(expect.arrayContaining([...built.segments]));
  });

  test('the rules of its model name the same, where all questions are answered', () => {
    const survey = typingSurvey(screening, source);
    const derived = deriveCodebook(survey, typingModel(screening, source));
    const classify = compileClassifier(derived);
    const states = createItemReader(derived);
    let compared = 0;
    respondents().forEach((answers, row) => {
      const { archetype } = classify(answers);
      const all = Object.values(states(answers)).every(
        (state) => state === 'answered' || state === 'skipped',
      );
      if (!all || !built.named.has(row)) return;
      compared += 1;
      expect(archetype, `respondent ${row + 1}`).toBe(scored(row));
    });
    expect(compared).toBeGreaterThan(300);
  });

  test('who answers too little is not placed, by the survey and by our scorer', () => {
    const survey = new SurveyModel(typingSurvey(screening, source));
    survey.data = { consent: 'yes', own_phone: 'yes' };
    expect(survey.getVariable('archetype')).toBe('notClassified');
  });

  test('an answer that a closed gate leaves behind does not count', () => {
    const survey = new SurveyModel(typingSurvey(screening, source));
    const none = { consent: 'yes', own_phone: 'no', shared_phone: 'no', internet_freq: 'never' };
    survey.data = none;
    const alone = survey.getVariable('screening_points') as unknown;
    survey.data = { ...none, used_transaction: 'today', can_text: 'alone', can_apply_loan: 'alone' };
    expect(survey.getVariable('screening_points')).toBe(alone);
  });

  test('who did not agree is not placed', () => {
    const survey = new SurveyModel(typingSurvey(screening, source));
    survey.data = { consent: 'no' };
    expect(survey.getVariable('archetype')).toBe('notClassified');
  });

  test('says on its last page, in each language, what it found and what it is', () => {
    const survey = new SurveyModel(typingSurvey(screening, source));
    survey.data = respondents()[0]!;
    survey.doComplete();
    expect(survey.processedCompletedHtml).toMatch(/<h3>(Nascent|Experimenter|Emerger|Enabled)<\/h3>/);
    expect(survey.processedCompletedHtml).toMatch(/short screening of \d+ questions, made from the answers to msme-digital-maturity v1/); // prettier-ignore
    expect(survey.processedCompletedHtml).toContain('synthetic');
    survey.locale = 'hi';
    expect(survey.processedCompletedHtml).toMatch(/छोटी जाँच/);
  });

  test('keeps the skip logic of its questions, and brings what it looks at along', () => {
    const names = screening.items.map(({ name }) => name);
    for (const page of typingSurvey(screening, source).pages)
      for (const question of page.elements) {
        const original = source.survey.pages.flatMap(({ elements }) => elements).find(({ name }) => name === question.name); // prettier-ignore
        expect(question.visibleIf).toBe(original?.visibleIf);
        for (const [, item = ''] of question.visibleIf?.matchAll(/\{(\w+)\}/g) ?? [])
          expect([...names, 'consent']).toContain(item);
      }
  });

  test('passes the instrument gate', () => {
    registerScoringProperties();
    const findings = checkInstrument({
      survey: typingSurvey(screening, source),
      model: typingModel(screening, source),
      resultCard: typingResultCard(screening, source),
    });
    expect(findings).toEqual([]);
  });
});

describe('the same bytes', () => {
  test('same file and seed', async () => {
    const again = await typingOfFile({ input: CLIENTS, codebook, target: 'archetype', minimum: 6, maximum: 10, weight: 'weight', folds: 5, seed: 1 }); // prettier-ignore
    expect(JSON.stringify(again.result)).toBe(JSON.stringify(built.result));
  });
  test('asks six to ten questions, gates counted, and is far better than naming the largest segment', () => {
    expect(screening.items.length).toBeGreaterThanOrEqual(6);
    expect(screening.items.length).toBeLessThanOrEqual(10);
    expect(built.tool.chosen.accuracy01).toBeGreaterThan(built.tool.baseline01 + 0.3);
  });
});
