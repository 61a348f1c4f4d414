// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { backCheckSchema } from '../../../contracts/back-check.ts';
import { loadBackCheckItems, loadSurvey } from '../../../instruments/registry.ts';
import { beginInterview } from '../../device/begin-interview.ts';
import { readEnrolment } from '../../device/read-enrolment.ts';
import { createLockManager } from '../../device/testing/create-lock-manager.ts';
import { TabletScenario } from '../../device/testing/tablet-scenario.ts';
import { finishCheck } from './finish-check.ts';
import { keepItems } from './keep-items.ts';
import { openInterview, type OpenInterview } from './open-interview.ts';

const INSTRUMENT = { name: 'msme-digital-maturity', version: 'v1' };
const TASK = crypto.randomUUID();
const NOW = Date.parse('2026-05-01T10:00:00Z');

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: createLockManager() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const itemsOf = async () => (await loadBackCheckItems(INSTRUMENT.name, INSTRUMENT.version))!.items;

/** A tablet with a back-check begun, opened on screen. */
async function begun(): Promise<{ tablet: TabletScenario; interview: OpenInterview }> {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  const link = await readEnrolment(tablet.database);
  const id = await beginInterview({ database: tablet.database, vault: tablet.vault, nowMs: NOW }, link!, {
    branch: 'north',
    language: 'en',
    instrument: INSTRUMENT,
    backCheck: { taskId: TASK, interviewId: TASK, items: await itemsOf(), mode: 'phone' },
  });
  await tablet.losePower();
  const outcome = await openInterview(tablet.database, tablet.vault, id);
  if (outcome.kind !== 'open') throw new Error(outcome.kind);
  return { tablet, interview: outcome.interview };
}

const delivered = async (tablet: TabletScenario) => {
  const [record] = await tablet.database.getAll('outbox');
  return backCheckSchema.parse(JSON.parse(record!.payload));
};

it('asks the items of the back-check and no others, consent first', async () => {
  const { interview } = await begun();
  const items = await itemsOf();
  expect(interview.survey.getAllQuestions().map(({ name }) => name)).toEqual(items);
  expect(items[0]).toBe('consent');

  const json = await loadSurvey(INSTRUMENT.name, INSTRUMENT.version);
  const kept = JSON.stringify(keepItems(json, ['sex']));
  expect(kept).toContain('"consent"');
  expect(kept).not.toContain('15 minutes');
});

it('goes to the outbox as a back-check, with its task marked as done', async () => {
  const { tablet, interview } = await begun();
  for (const [item, answer] of Object.entries({ consent: 'yes', sex: 'female', own_phone: 'no' }))
    interview.survey.setValue(item, answer);
  interview.note(' By phone, in the evening ');
  await finishCheck(tablet.database, tablet.vault, interview, NOW);
  expect(await delivered(tablet)).toMatchObject({
    ...{ taskId: TASK, outcome: 'completed', mode: 'phone', instrument: INSTRUMENT, enumerator: 'Rosa' },
    answers: { consent: 'yes', sex: 'female', own_phone: 'no' },
    note: 'By phone, in the evening',
  });
  expect((await tablet.places()).drafts).toEqual([]);
  expect(await tablet.database.count('marks')).toBe(1);
});

it('records of someone who does not agree again nothing but that', async () => {
  const { tablet, interview } = await begun();
  interview.survey.setValue('consent', 'yes');
  interview.survey.setValue('respondent_name', 'Asha');
  interview.note('Asha was angry');
  interview.survey.setValue('consent', 'no');
  await finishCheck(tablet.database, tablet.vault, interview, NOW);
  const check = await delivered(tablet);
  expect(check).toMatchObject({ outcome: 'refused', answers: {} });
  expect(JSON.stringify(check)).not.toContain('Asha');
});
