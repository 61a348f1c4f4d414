import { SurveyModel, type JsonError } from 'survey-core';
import { WaymarkError } from '../../contracts/errors.ts';
import { kindOf } from '../derive/kind-of.ts';
import { parseExpression } from '../derive/parse-expression.ts';
import { registerScoringProperties } from '../scoring-properties.ts';
import type { SurveyFile, SurveyQuestion } from '../survey-file.ts';
import { missingLanguages, type AnyText } from './check-languages.ts';
import type { Finding } from './finding.ts';

const SUPPORTED_TYPES = ['radiogroup', 'checkbox', 'text', 'comment', 'file'];

/** Finds faults that only the survey file can have; what the codebook shows is checked there. */
export function checkSurvey(survey: unknown, file: SurveyFile, languages: readonly string[]): Finding[] {
  return [
    ...checkProperties(survey),
    ...missingLanguages('survey.json: title', file.title, languages),
    ...checkTranslationStatus(file, languages),
    ...file.pages.flatMap((page) => [
      ...checkTexts(`page ${page.name}`, page, ['title', 'description'], languages),
      ...checkExpression(file, `page ${page.name}`, page.visibleIf),
      ...page.elements.flatMap((question) => [
        ...checkQuestion(question),
        ...checkQuestionTexts(question, languages),
        ...checkExpression(file, question.name, question.visibleIf),
      ]),
    ]),
  ];
}

/** SurveyJS ignores what it does not know; a typing mistake would go unseen. */
function checkProperties(survey: unknown): Finding[] {
  registerScoringProperties();
  const model = new SurveyModel();
  model.fromJSON(survey, { validatePropertyValues: true });
  // SurveyJS leaves the list out where it is empty, whatever its types say.
  return [model.jsonErrors]
    .flatMap((errors: JsonError[] | undefined) => errors ?? [])
    .map((error) => ({
      code: 'UNKNOWN_PROPERTY',
      where: `survey.json: ${nameOf(error.element) ?? nameOf(error.jsonObj) ?? 'survey'}`,
      message: error.message,
      hint: 'Correct the spelling, or register the property in instruments/scoring-properties.ts.',
    }));
}

function nameOf(element: unknown): string | undefined {
  const named = element as { name?: unknown } | null | undefined;
  return typeof named?.name === 'string' ? named.name : undefined;
}

function checkTranslationStatus(file: SurveyFile, languages: readonly string[]): Finding[] {
  return languages
    .filter((language) => language !== 'en' && !file.translationStatus?.[language])
    .map((language) => ({
      code: 'TRANSLATION_STATUS',
      where: 'survey.json: translationStatus',
      message: `It does not say whether a native reader has checked "${language}".`,
      hint: 'Write "awaiting native review", or who checked it and when.',
    }));
}

function checkQuestion(question: SurveyQuestion): Finding[] {
  const findings: Finding[] = [];
  const add = (code: Finding['code'], message: string, hint: string): void => {
    findings.push({ code, where: `survey.json: ${question.name}`, message, hint });
  };
  if (!SUPPORTED_TYPES.includes(question.type))
    add('UNSUPPORTED_TYPE', `The type is ${question.type}.`, `Use one of ${SUPPORTED_TYPES.join(', ')}.`);
  if (question.score === undefined && question.purpose === undefined)
    add(
      'NOT_SCORED',
      'The item counts in no score and does not say why it is asked.',
      'Give it a score with points, or a purpose: consent, profile, gate or preference.',
    );
  if (question.type === 'file' && (question.score !== undefined || question['isRequired'] === true))
    add(
      'UNSUPPORTED_TYPE',
      'The item asks for a photo, and is scored or required.',
      'A photo is never an answer: nobody has to give one, and nothing is computed from it.',
    );
  if (question.score === undefined && question.points !== undefined)
    add('NOT_SCORED', 'The item has points but names no score.', 'Name the score that it counts in.');
  const numbers = {
    ...question.points,
    ...(question.whenSkipped !== undefined && { whenSkipped: question.whenSkipped }),
  };
  for (const [code, points] of Object.entries(numbers))
    if (!(points >= 0 && points <= 100))
      add('POINTS_OUT_OF_RANGE', `'${code}' gives ${points} points.`, 'Points run from 0 to 100.');
  return findings;
}

function checkQuestionTexts(question: SurveyQuestion, languages: readonly string[]): Finding[] {
  const where = `survey.json: ${question.name}`;
  const needed: [string, AnyText][] = [['title', question.title]];
  for (const choice of question.choices ?? [])
    needed.push(
      typeof choice === 'string' ? [`choice ${choice}`, undefined] : [`choice ${choice.value}`, choice.text],
    );
  if (question.showDontKnowItem) needed.push(['dontKnowText', question.dontKnowText]);
  if (question.showRefuseItem) needed.push(['refuseText', question.refuseText]);
  if (question.showNoneItem) needed.push(['noneText', question.noneText]);
  return [
    ...needed.flatMap(([place, text]) => missingLanguages(`${where}, ${place}`, text, languages)),
    ...checkTexts(question.name, question, ['description', 'placeholder'], languages),
  ];
}

/** Texts that may be left out, but not in some languages only. */
function checkTexts(
  where: string,
  element: Readonly<Record<string, unknown>>,
  properties: readonly string[],
  languages: readonly string[],
): Finding[] {
  return properties
    .filter((property) => element[property] !== undefined)
    .flatMap((property) =>
      missingLanguages(`survey.json: ${where}, ${property}`, asText(element[property]), languages),
    );
}

function asText(value: unknown): AnyText {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? (value as Record<string, string>) : undefined;
}

function checkExpression(file: SurveyFile, name: string, expression: string | undefined): Finding[] {
  if (expression === undefined) return [];
  const questions = file.pages.flatMap((page) => page.elements);
  try {
    parseExpression(expression, (item) => {
      const question = questions.find((q) => q.name === item);
      return question && kindOf(question);
    });
    return [];
  } catch (error) {
    if (!(error instanceof WaymarkError)) throw error;
    return [
      {
        code: 'BAD_CONDITION',
        where: `survey.json: ${name}`,
        message: error.message,
        hint: error.hint ?? '',
      },
    ];
  }
}
