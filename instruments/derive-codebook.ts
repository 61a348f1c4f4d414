import { DONT_KNOW, REFUSED } from '../contracts/answer.ts';
import { codebookSchema, type Codebook, type Variable } from '../contracts/codebook.ts';
import { WaymarkError } from '../contracts/errors.ts';
import type { Localized } from '../contracts/language.ts';
import { kindOf, type ItemKind } from './derive/kind-of.ts';
import { allOf, parseExpression } from './derive/parse-expression.ts';
import { parseSurveyFile, type SurveyFile, type SurveyQuestion } from './survey-file.ts';

/**
 * Makes the codebook of an instrument from its survey and scoring model. Everything downstream
 * reads the codebook, so nothing but the interview itself needs SurveyJS.
 *
 * Throws INSTRUMENT_INVALID where the survey holds what a codebook cannot say.
 */
export function deriveCodebook(survey: unknown, model: unknown): Codebook {
  const file = parseSurveyFile(survey);
  const kinds = new Map(file.pages.flatMap((page) => page.elements).map((q) => [q.name, kindOf(q)]));
  const title = localized(file.title);
  const result = codebookSchema.safeParse({
    name: file.instrumentName,
    version: file.instrumentVersion,
    title,
    languages: Object.keys(title),
    columns: { id: 'id', branch: 'branch', weight: 'weight' },
    otherColumns: 'refuse',
    // A photo is no variable: it travels and is kept apart from the answers.
    variables: file.pages.flatMap((page) =>
      page.elements
        .filter(({ type }) => type !== 'file')
        .map((question) => variableOf(question, page, (item) => kinds.get(item))),
    ),
    model,
  });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new WaymarkError(
    'INSTRUMENT_INVALID',
    `The instrument gives no valid codebook at ${issue?.path.join('.') ?? 'its top'}: ${issue?.message ?? 'unknown'}.`,
    'Mend survey.json or model.json at that place; `waymark instrument check` lists all findings.',
  );
}

function variableOf(
  question: SurveyQuestion,
  page: SurveyFile['pages'][number],
  kinds: (item: string) => ItemKind | undefined,
): Variable {
  const type = kindOf(question);
  const conditions = [page.visibleIf, question.visibleIf].filter((text) => text !== undefined);
  return {
    name: question.name,
    label: localized(question.title ?? question.name),
    type,
    values: valuesOf(question),
    ...(question.ordered && { ordered: true }),
    missing: missingOf(question, type),
    ...(question.min !== undefined && { minimum: question.min }),
    ...(question.max !== undefined && { maximum: question.max }),
    ...(conditions.length > 0 && {
      appliesWhen: allOf(conditions.map((text) => parseExpression(text, kinds))),
    }),
    ...(question.score !== undefined && {
      scoring: {
        score: question.score,
        itemWeight: question.itemWeight ?? 1,
        points: question.points ?? {},
        ...(question.whenSkipped !== undefined && { whenSkipped: question.whenSkipped }),
      },
    }),
    ...(question.personal && { personal: true }),
  };
}

function valuesOf(question: SurveyQuestion): Variable['values'] {
  const choices = (question.choices ?? []).map((choice) =>
    typeof choice === 'string'
      ? { code: choice, label: localized(choice) }
      : { code: choice.value, label: localized(choice.text ?? choice.value) },
  );
  if (!question.showNoneItem) return choices;
  return [...choices, { code: 'none', label: localized(question.noneText ?? 'None') }];
}

/** A number has no "don't know" on screen, but a file may bring it. */
function missingOf(question: SurveyQuestion, type: ItemKind): Variable['missing'] {
  return {
    ...((question.showDontKnowItem || type === 'number') && { [DONT_KNOW]: 'dontKnow' as const }),
    ...((question.showRefuseItem || type === 'number') && { [REFUSED]: 'refused' as const }),
  };
}

/** SurveyJS keeps English under `default`. */
function localized(text: string | Record<string, string>): Localized {
  if (typeof text === 'string') return { en: text };
  return Object.fromEntries(
    Object.entries(text).map(([language, words]) => [language === 'default' ? 'en' : language, words]),
  );
}
