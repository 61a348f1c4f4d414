// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { interviewSchema } from '../../../contracts/submission.ts';
import { TabletScenario } from '../../device/testing/tablet-scenario.ts';
import { createLockManager } from '../../device/testing/create-lock-manager.ts';
import { explainResult } from '../result/explain-result.ts';
import { finishInterview } from './finish-interview.ts';
import { openInterview, type OpenInterview } from './open-interview.ts';

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: createLockManager() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function open(tablet: TabletScenario, id: string): Promise<OpenInterview> {
  const outcome = await openInterview(tablet.database, tablet.vault, id);
  if (outcome.kind !== 'open') throw new Error(`The interview is ${outcome.kind}.`);
  return outcome.interview;
}

it('writes every answer that the model takes, and goes on from the journal alone', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const first = await open(tablet, id);
  first.survey.setValue('consent', 'yes');
  first.survey.setValue('own_phone', 'yes');
  first.survey.setValue('own_phone', 'no');
  first.goToPage('phone');
  first.setLanguage('bn');
  expect(await first.journal.settled()).toBe(true);
  first.close();
  await tablet.losePower();

  const again = await open(tablet, id);
  expect(again.survey.data).toEqual({ consent: 'yes', own_phone: 'no' });
  expect(again.survey.currentPage).toMatchObject({ name: 'phone' });
  expect(again.survey.locale).toBe('bn');
});

it('has an answer on disk before the model works out what follows, and writes it once', async () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const interview = await open(tablet, id);
  const chosen = interview.choose('consent', 'yes');
  await interview.journal.settled();
  expect((await tablet.resume(id)).answers).toEqual({ consent: 'yes' });
  expect(interview.survey.getValue('consent')).toBeUndefined();
  expect(interview.saveState()).toBe('saving');
  frames.forEach((frame) => frame());
  await chosen;
  expect(interview.survey.getValue('consent')).toBe('yes');
  expect(interview.saveState()).toBe('saved');
  const written = (await tablet.entries(id)).map(({ kind }) => kind);
  expect(written).toEqual(['open', 'answer']);
});

it('belongs to one tab at a time', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const first = await open(tablet, id);
  expect(await openInterview(tablet.database, tablet.vault, id)).toEqual({ kind: 'elsewhere' });
  first.close();
  expect((await openInterview(tablet.database, tablet.vault, id)).kind).toBe('open');
  expect(await openInterview(tablet.database, tablet.vault, crypto.randomUUID())).toEqual({
    kind: 'missing',
  });
});

it('finishes with the answers of the journal and an archetype from the rules', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const interview = await open(tablet, id);
  for (const [item, value] of Object.entries({
    consent: 'yes',
    own_phone: 'no',
    shared_phone: 'no',
    age: 34,
  })) {
    interview.survey.setValue(item, value);
  }
  const finished = await finishInterview(
    tablet.database,
    tablet.vault,
    interview,
    Date.parse('2026-05-01T10:00:00Z'),
  );

  const record = await tablet.database.get('outbox', id);
  const payload = interviewSchema.parse(JSON.parse(record!.payload));
  expect(payload.answers).toEqual({ consent: 'yes', own_phone: 'no', shared_phone: 'no', age: 34 });
  expect(payload.result.archetype).toBe('Nascent');
  expect(payload).toEqual(finished);
  const result = await explainResult(finished);
  expect(result).toMatchObject({ tookPart: true, classification: { archetype: 'Nascent' } });
  expect(result.nextSteps.map(({ id: step }) => step)).toContain('no_phone_needed');
});

it('records a refusal and nothing else, even if more had been answered', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const interview = await open(tablet, id);
  interview.survey.setValue('consent', 'yes');
  interview.survey.setValue('respondent_name', 'Asha');
  interview.note('Asha spoke of her sister');
  await interview.locate();
  interview.survey.setValue('consent', 'no');
  const finished = await finishInterview(tablet.database, tablet.vault, interview, Date.now());
  const { payload } = (await tablet.database.get('outbox', id))!;
  expect(JSON.parse(payload)).toMatchObject({ answers: { consent: 'no' }, result: { archetype: null } });
  expect(payload).not.toContain('Asha');
  for (const part of ['notes', 'location', 'paradata']) expect(JSON.parse(payload)).not.toHaveProperty(part);
  expect(await explainResult(finished)).toMatchObject({ tookPart: false });
});

it('carries notes, place and how it came about, from the journal', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const interview = await open(tablet, id);
  interview.survey.setValue('consent', 'yes');
  interview.note('Stall closed');
  interview.note('Stall closed on Mondays ');
  interview.setLanguage('hi');
  await interview.locate();
  interview.survey.setValue('respondent_name', 'A');
  interview.survey.setValue('respondent_name', 'Asha');
  interview.survey.setValue('sex', 'female');
  interview.survey.setValue('sex', 'male');
  const finished = await finishInterview(tablet.database, tablet.vault, interview, Date.now());
  expect(interviewSchema.parse(finished)).toMatchObject({
    notes: 'Stall closed on Mondays',
    location: { reason: 'unsupported' },
    paradata: {
      sittings: [{ activeMs: expect.any(Number) as number }],
      languages: [[expect.any(Number), 'hi']],
    },
  });
  const { consent, respondent_name: name, sex } = finished.paradata!.items;
  expect([consent?.[1], name?.[1], sex?.[1]]).toEqual([0, 0, 1]);
});

it('does not finish while an answer is not on disk', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const interview = await open(tablet, id);
  tablet.database.close();
  interview.survey.setValue('consent', 'yes');
  await expect(finishInterview(tablet.database, tablet.vault, interview, Date.now())).rejects.toThrow(
    'not on disk',
  );
});
