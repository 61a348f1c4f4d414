import fc from 'fast-check';
import { SurveyModel } from 'survey-core';
import { describe, it } from 'vitest';
import type { AnswerValue, Answers } from '../contracts/answer.ts';
import { compileSkipLogic } from './check/skip-logic.ts';
import { listInstruments, loadCodebook, loadSurvey } from './registry.ts';
import { registerScoringProperties } from './scoring-properties.ts';

describe.each(listInstruments())('$name $version', async ({ name, version }) => {
  const codebook = await loadCodebook(name, version);
  registerScoringProperties();
  const file = await loadSurvey(name, version);
  const survey = new SurveyModel(file);
  survey.keepIncorrectValues = true;
  const applies = compileSkipLogic(codebook);

  /** Items that skip logic looks at: most answers of a walk go there. */
  const routing = codebook.variables.filter((v) => JSON.stringify(file).includes(`{${v.name}}`));
  const items = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...routing) },
    { weight: 1, arbitrary: fc.constantFrom(...codebook.variables) },
  );
  /** Answers given, changed and taken back in any order, so that stale ones stay behind. */
  const step = items.chain((variable) => {
    const codes = [...variable.values.map((value) => value.code), ...Object.keys(variable.missing)];
    const answer: fc.Arbitrary<AnswerValue> =
      variable.type === 'number'
        ? fc.integer({ min: 15, max: 99 })
        : variable.type === 'text'
          ? fc.string()
          : variable.type === 'multiple'
            ? fc.subarray(codes, { minLength: 1 })
            : fc.constantFrom(...codes);
    return fc.record({
      item: fc.constant(variable.name),
      answer: fc.option(answer, { nil: undefined, freq: 8 }),
    });
  });
  /** Without consent nothing is asked: most walks begin with it, or they would show little. */
  const walk = fc.tuple(
    fc.constantFrom('yes', 'yes', 'yes', 'no', undefined),
    fc.constantFrom('yes', 'no', 'dontknow', undefined),
    fc.array(step, { minLength: 5, maxLength: 25, size: 'max' }),
  );

  it('shows in SurveyJS exactly the items that the codebook says apply, at every step', () => {
    const compare = (): void => {
      // A photo is no answer: it travels apart, and the codebook has no variable for it.
      const shown = survey.getAllQuestions().filter((q) => q.isVisibleInSurvey && q.getType() !== 'file');
      const answers = survey.data as Answers;
      const expected = codebook.variables.filter((v) => applies(v.name, answers));
      const names = (list: readonly { name: string }[]): string => list.map((item) => item.name).join(' ');
      if (names(shown) !== names(expected))
        throw new Error(`${JSON.stringify(answers)}\nSurveyJS ${names(shown)}\ncodebook ${names(expected)}`);
    };
    fc.assert(
      fc.property(walk, ([consent, phone, steps]) => {
        survey.clear(true, true);
        survey.setValue('consent', consent);
        survey.setValue('own_phone', phone);
        compare();
        for (const { item, answer } of steps) {
          survey.setValue(item, answer);
          compare();
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
