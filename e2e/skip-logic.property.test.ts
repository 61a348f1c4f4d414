import fc from 'fast-check';
import { SurveyModel } from 'survey-core';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../contracts/answer.ts';
import { listInstruments, loadCodebook, loadSurvey } from '../instruments/registry.ts';
import { registerScoringProperties } from '../instruments/scoring-properties.ts';
import { createItemReader } from '../scoring/items/item-states.ts';

/**
 * The interview (SurveyJS) and the scoring engine each read the skip logic. Here a respondent answers
 * every question she is shown, then changes her mind now and then, so that old answers stay behind.
 */
describe.each(listInstruments())('$name $version', async ({ name, version }) => {
  const codebook = await loadCodebook(name, version);
  registerScoringProperties();
  const survey = new SurveyModel(await loadSurvey(name, version));
  survey.keepIncorrectValues = true;
  const readItems = createItemReader(codebook);

  /** A photo is no answer: it travels apart, and the codebook has no variable for it. */
  const shown = (): Set<string> =>
    new Set(
      survey
        .getAllQuestions()
        .filter((question) => question.isVisibleInSurvey && question.getType() !== 'file')
        .map((question) => question.name),
    );

  /** Answers what is on screen, top to bottom, until nothing new appears. */
  const answerAll = (choose: (codes: readonly string[]) => string): void => {
    for (let open = true; open;) {
      open = false;
      for (const { name: item, type, values } of codebook.variables) {
        const isShown = survey.getQuestionByName(item).isVisibleInSurvey;
        if (!isShown || survey.getValue(item) !== undefined) continue;
        const code = type === 'number' ? 40 : type === 'text' ? 'x' : choose(values.map((v) => v.code));
        survey.setValue(item, type === 'multiple' ? [code] : code);
        open = true;
      }
    }
  };

  it('has the engine skip exactly what the interview does not show', () => {
    const routing = codebook.variables.filter(({ name: item }) =>
      codebook.variables.some((v) => JSON.stringify(v.appliesWhen ?? {}).includes(`"${item}"`)),
    );
    const pick = fc.nat({ max: 999 });
    const choices = fc.array(pick, { minLength: 60, maxLength: 60 });
    const changes = fc.array(fc.tuple(fc.constantFrom(...routing), pick), { maxLength: 6 });
    fc.assert(
      fc.property(choices, changes, (numbers, changed) => {
        survey.clear(true, true);
        survey.setValue('consent', 'yes');
        let next = 0;
        const choose = (codes: readonly string[]): string =>
          codes[(numbers[next++ % numbers.length] ?? 0) % codes.length] ?? '';
        answerAll(choose);
        for (const [variable, number] of changed) {
          survey.setValue(variable.name, variable.values[number % variable.values.length]?.code);
        }
        answerAll(choose);
        const states = Object.entries(readItems(survey.data as Answers));
        const asked = states.filter(([, state]) => state !== 'skipped').map(([item]) => item);
        expect(asked).toEqual([...shown()]);
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
