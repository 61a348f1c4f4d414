// @vitest-environment node
import { expect, it } from 'vitest';
import { TabletScenario } from './testing/tablet-scenario.ts';

it('goes on where it stopped after the power went, on the same page, in the same language', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  await tablet.answer(id, 'consent', 'yes', 'intro');
  await tablet.note(id, { kind: 'language', language: 'hi' }, 'intro');
  await tablet.note(id, { kind: 'page' }, 'devices');
  await tablet.answer(id, 'own_phone', 'yes', 'devices');
  await tablet.answer(id, 'own_phone', 'no', 'devices');
  await tablet.losePower();

  const state = await tablet.resume(id);

  expect(state).toEqual({
    answers: { consent: 'yes', own_phone: 'no' },
    page: 'devices',
    item: null,
    notes: '',
    location: null,
    photos: {},
    language: 'hi',
    activeMs: 5000,
    nextSeq: 5,
  });
});

it('keeps text as it is typed, every key of it', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  for (const typed of ['A', 'As', 'Ash', 'Asha']) await tablet.answer(id, 'respondent_name', typed);
  await tablet.losePower();
  expect((await tablet.resume(id)).answers).toEqual({ respondent_name: 'Asha' });
});

it('keeps the notes as they were last, and the question that was on screen', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  await tablet.note(id, { kind: 'note', text: 'Stall' });
  await tablet.note(id, { kind: 'page', item: 'age' }, 'about_you');
  await tablet.note(id, { kind: 'note', text: 'Stall is closed on Mondays' }, 'about_you');
  await tablet.losePower();
  expect(await tablet.resume(id)).toMatchObject({
    notes: 'Stall is closed on Mondays',
    page: 'about_you',
    item: 'age',
  });
});

it('forgets an answer that was taken back', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  await tablet.answer(id, 'age', 34);
  await tablet.answer(id, 'age', null);
  await tablet.losePower();
  expect((await tablet.resume(id)).answers).toEqual({});
});

it('hands every write to the browser at once, so that nothing waits in memory when the page goes', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const { database } = tablet;
  void tablet.answer(id, 'sex', 'female');
  // Closing waits for transactions that have begun, and refuses new ones.
  database.close();
  await tablet.losePower();
  expect((await tablet.resume(id)).answers).toEqual({ sex: 'female' });
});

it('moves to the outbox in one step: draft and journal are gone, the record is there, its hash fits', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  await tablet.answer(id, 'consent', 'yes');
  const interview = await tablet.finish(id);
  await tablet.losePower();

  expect(await tablet.places()).toEqual({ drafts: [], outbox: [id], sent: [] });
  expect(await tablet.database.count('journal')).toBe(0);
  const record = await tablet.database.get('outbox', id);
  expect(JSON.parse(record!.payload)).toEqual(interview);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(record!.payload));
  expect(record!.hash).toBe(Buffer.from(digest).toString('hex'));
});

it('changes nothing when finishing fails half-way', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  await tablet.answer(id, 'consent', 'yes');
  const before = await tablet.finish(id);
  // A draft of the same id again: its record cannot be added a second time.
  await tablet.begin(id);
  await tablet.answer(id, 'consent', 'no');
  await expect(tablet.finish(id)).rejects.toThrow();

  expect(await tablet.places()).toEqual({ drafts: [id], outbox: [id], sent: [] });
  expect((await tablet.resume(id)).answers).toEqual({ consent: 'no' });
  expect(JSON.parse((await tablet.database.get('outbox', id))!.payload)).toEqual(before);
});

it('leaves the other drafts alone', async () => {
  const tablet = await TabletScenario.switchOn();
  const [one, other] = [await tablet.begin(), await tablet.begin()];
  await tablet.answer(one, 'age', 30);
  await tablet.answer(other, 'age', 40);
  await tablet.finish(one);
  expect((await tablet.resume(other)).answers).toEqual({ age: 40 });
});
