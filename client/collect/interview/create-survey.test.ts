// @vitest-environment node
import { expect, it } from 'vitest';
import { loadSurvey } from '../../../instruments/registry.ts';
import { messagesEn } from '../messages-en.ts';
import { createSurvey } from './create-survey.ts';
import { findProblem } from './find-problem.ts';

const state = {
  answers: {},
  page: null,
  item: null,
  notes: '',
  location: null,
  photos: {},
  language: 'en',
  activeMs: 0,
  nextSeq: 0,
} as const;
const core = () => loadSurvey('msme-digital-maturity', 'v1');

it('opens on the page where it stopped, in the language it was in', async () => {
  const survey = createSurvey(await core(), {
    ...state,
    answers: { consent: 'yes' },
    page: 'devices',
    language: 'hi',
  });
  expect(survey.currentPage).toMatchObject({ name: 'devices' });
  expect(survey.getQuestionByName('consent').locTitle.renderedHtml).toMatch(/[\u0900-\u097f]/);
});

it('stays on the first page when the one it stopped on no longer applies', async () => {
  const survey = createSurvey(await core(), { ...state, answers: { consent: 'no' }, page: 'devices' });
  expect(survey.currentPage).toMatchObject({ name: 'intro' });
});

it('keeps an answer that is no longer among the choices', async () => {
  const survey = createSurvey(await core(), { ...state, answers: { consent: 'yes', sector: 'fishing' } });
  survey.tryComplete();
  expect(survey.getValue('sector')).toBe('fishing');
});

it('asks for what is required, and for a number within its range', async () => {
  const survey = createSurvey(await core(), state);
  const problemOf = (name: string, typed = '') =>
    findProblem(survey.getQuestionByName(name), () => typed, messagesEn);
  expect(problemOf('consent')).toBe(messagesEn.errorRequired);
  expect(problemOf('age')).toBeNull();
  for (const wrong of ['14', '100', 'abc']) {
    expect(problemOf('age', wrong)).toBe(messagesEn.errorNumber(15, 99));
  }
  expect(problemOf('age', '15')).toBeNull();
});
