// @vitest-environment node
import { expect, it } from 'vitest';
import type { PageModel, SurveyModel } from 'survey-core';
import { loadSurvey } from '../../../instruments/registry.ts';
import { createSurvey } from './create-survey.ts';
import { neighbour, shownOn, visibleOn } from './page-position.ts';
import type { QuestionLayout } from './tools/question-layout.ts';

const state = {
  page: null,
  item: null,
  notes: '',
  location: null,
  photos: {},
  language: 'en',
  activeMs: 0,
  nextSeq: 0,
} as const;
const survey = async (answers: Record<string, string>): Promise<SurveyModel> =>
  createSurvey(await loadSurvey('msme-digital-maturity', 'v1'), { ...state, answers });

/** Every place of an interview, as somebody meets them who goes on from the first page. */
function walk(model: SurveyModel, layout: QuestionLayout, step: 1 | -1): string[] {
  const places: string[] = [];
  const pages: readonly PageModel[] = model.visiblePages;
  let page = pages.at(step === 1 ? 0 : -1)!;
  let item = visibleOn(page).at(step === 1 ? 0 : -1)!.name;
  for (;;) {
    const shown = shownOn(page, layout, item);
    places.push(shown.map(({ name }) => name).join());
    const next = neighbour(model, page, layout, shown, step);
    if (next === null) return places;
    page = model.getPageByName(next.page);
    item = next.item ?? '';
  }
}

it('shows each question once, one at a time, and the same ones in groups', async () => {
  const model = await survey({ consent: 'yes', own_phone: 'yes', phone_type: 'smartphone' });
  const single = walk(model, 'single', 1);
  expect(single.length).toBeGreaterThan(40);
  expect(new Set(single).size).toBe(single.length);
  expect(walk(model, 'grouped', 1).join()).toBe(single.join());
  expect(walk(model, 'grouped', 1).length).toBeLessThan(single.length);
});

it('goes back the way it came', async () => {
  const model = await survey({ consent: 'yes', own_phone: 'no' });
  for (const layout of ['single', 'grouped'] as const)
    expect(walk(model, layout, -1)).toEqual(walk(model, layout, 1).reverse());
});

it('stays on the page when the question that was shown no longer applies', async () => {
  const model = await survey({ consent: 'yes' });
  const page = model.getPageByName('about_you');
  expect(shownOn(page, 'single', 'not_there').map(({ name }) => name)).toEqual([visibleOn(page)[0]!.name]);
});
